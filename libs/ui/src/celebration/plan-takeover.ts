import type { Celebration } from '@bellwether/contracts';

/** What all deals of a takeover come to; no amount where one is unknown or currencies differ. */
export interface DealTotal {
  readonly deals: number;
  readonly money: {
    readonly amount: number;
    readonly currency: string;
    readonly minorDigits: number;
  } | null;
}

/** One picture of a takeover, from `at` milliseconds after its start. */
export type TakeoverScene =
  | { readonly kind: 'deal'; readonly at: number; readonly celebration: Celebration }
  | { readonly kind: 'total'; readonly at: number; readonly total: DealTotal };

/** A takeover of the wall as a script: what shows when, when the bell strikes, when the disc shrinks. */
export interface TakeoverPlan {
  readonly celebrations: readonly Celebration[];
  readonly scenes: readonly TakeoverScene[];
  readonly shrinkAt: number;
  readonly endAt: number;
}

export const STRIKE_AT = 520;
const NAME_AT = 550;
const ROLL_MS = 2400;
const TOTAL_MS = 1600;
const SHRINK_AT = 9200;
const SHRINK_MS = 600;
/** More names than this roll past too quickly to be honoured. */
const MOST_ROLLING = 5;

/** One deal has the wall to itself; up to five roll past and add up; more are told as one sum. */
export function planTakeover(
  celebrations: readonly Celebration[],
  /** Tell the sum only, also of a few: one of many was taken back while they were shown. */
  asSum = celebrations.length > MOST_ROLLING,
): TakeoverPlan {
  const total: DealTotal = { deals: celebrations.length, money: sum(celebrations) };
  if (asSum) {
    return script(celebrations, [{ kind: 'total', at: 0, total }], SHRINK_AT);
  }
  const scenes = celebrations.map((celebration, index): TakeoverScene => ({
    kind: 'deal',
    at: index === 0 ? 0 : NAME_AT + ROLL_MS * index,
    celebration,
  }));
  if (celebrations.length < 2) return script(celebrations, scenes, SHRINK_AT);
  const addedUpAt = NAME_AT + ROLL_MS * celebrations.length;
  scenes.push({ kind: 'total', at: addedUpAt, total });
  return script(celebrations, scenes, Math.max(SHRINK_AT, addedUpAt + TOTAL_MS));
}

function script(
  celebrations: readonly Celebration[],
  scenes: readonly TakeoverScene[],
  shrinkAt: number,
): TakeoverPlan {
  return { celebrations, scenes, shrinkAt, endAt: shrinkAt + SHRINK_MS };
}

function sum(celebrations: readonly Celebration[]): DealTotal['money'] {
  const [first] = celebrations;
  if (!first) return null;
  let amount = 0;
  for (const celebration of celebrations) {
    if (celebration.amount === null || celebration.currency !== first.currency) return null;
    amount += celebration.amount;
  }
  return { amount, currency: first.currency, minorDigits: first.minorDigits };
}
