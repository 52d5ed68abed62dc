/** Where a row stands on the page, and with which score. */
export interface PlacedSlat {
  readonly id: number;
  readonly slot: number;
  /** Null where there is none to show. */
  readonly score: number | null;
}

/** How a row gets to its new slot. */
export type SlatMotion =
  | { readonly kind: 'still' }
  | { readonly kind: 'slide'; readonly delay: number; readonly duration: number }
  | { readonly kind: 'cross-fade' }
  | { readonly kind: 'enter' };

const MOST_MOVERS = 3;
const STILL: SlatMotion = { kind: 'still' };
const CROSS_FADE: SlatMotion = { kind: 'cross-fade' };

/**
 * The choreography of a change: who scored slides first, whom they pass follows one after the other. With
 * more than three movers an eye can follow nobody: the three that go furthest slide, the rest cross-fade.
 */
export function planMoves(
  before: readonly PlacedSlat[],
  after: readonly PlacedSlat[],
): Map<number, SlatMotion> {
  const known = new Map(before.map((slat) => [slat.id, slat]));
  const plan = new Map<number, SlatMotion>();
  const movers: PlacedSlat[] = [];
  const passed: PlacedSlat[] = [];
  for (const slat of after) {
    const was = known.get(slat.id);
    if (!was) plan.set(slat.id, { kind: 'enter' });
    else if (was.slot === slat.slot) plan.set(slat.id, STILL);
    else (was.score === slat.score ? passed : movers).push(slat);
  }
  const distance = (slat: PlacedSlat) => Math.abs(slat.slot - (known.get(slat.id)?.slot ?? 0));
  movers.sort((a, b) => distance(b) - distance(a) || a.slot - b.slot);
  const crowded = movers.length > MOST_MOVERS;
  movers.forEach((slat, index) => {
    const slides = index < MOST_MOVERS;
    plan.set(slat.id, slides ? { kind: 'slide', delay: 200, duration: 480 } : CROSS_FADE);
  });
  const movesUp = movers[0] ? movers[0].slot < (known.get(movers[0].id)?.slot ?? 0) : false;
  passed.sort((a, b) => (movesUp ? b.slot - a.slot : a.slot - b.slot));
  passed.forEach((slat, index) => {
    const follow: SlatMotion = { kind: 'slide', delay: 260 + 60 * index, duration: 360 };
    plan.set(slat.id, crowded ? CROSS_FADE : follow);
  });
  return plan;
}
