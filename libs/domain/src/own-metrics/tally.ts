import type { MeasureId, PersonId, RecordId } from '../ids.js';
import type { Claim } from '../ledger/distinct.js';
import { countingClaims, groupKeyOf } from '../ledger/distinct.js';
import type { Contribution } from '../measures/contributions.js';
import type { BusinessDate } from '../time/business-date.js';

/** What came of a record that was tried. */
interface Tried {
  readonly id: RecordId;
  readonly name: string;
}

/** Adds up what records would contribute, as the ledger would. */
export class Tally {
  readonly #plain: Contribution[] = [];
  readonly #claims = new Map<string, Claim[]>();

  /** `capOf`: how many of a group count. */
  constructor(private readonly capOf: (measureId: MeasureId) => number) {}

  add({ id, name }: Tried, contributions: readonly Contribution[]): void {
    for (const contribution of contributions) {
      const { distinctKey } = contribution;
      if (distinctKey === undefined) {
        this.#plain.push(contribution);
        continue;
      }
      const claim: Claim = {
        ...contribution,
        distinctKey,
        recordId: id,
        name,
        revision: 0,
        seq: null,
      };
      const group = groupKeyOf(claim);
      const others = this.#claims.get(group);
      if (others) others.push(claim);
      else this.#claims.set(group, [claim]);
    }
  }

  /** What counts: of each group those that do. */
  counted(): readonly Contribution[] {
    const chosen = [...this.#claims.values()].flatMap((group) => this.#countingIn(group));
    return [...this.#plain, ...chosen];
  }

  /** Whether others' claims count instead of this record's. */
  isLeftOut(record: RecordId, { distinctKey, ...rest }: Contribution): boolean {
    if (distinctKey === undefined) return false;
    const group = this.#claims.get(groupKeyOf({ ...rest, distinctKey })) ?? [];
    return this.#countingIn(group).every(({ recordId }) => recordId !== record);
  }

  #countingIn(group: readonly Claim[]): readonly Claim[] {
    const [first] = group;
    return first ? countingClaims(group, this.capOf(first.measureId)) : [];
  }
}

/** Sums by person and measure, of the days that are wanted. */
export function sumsOf(
  counted: readonly Contribution[],
  isWanted: (date: BusinessDate) => boolean,
): ReadonlyMap<PersonId, PersonSums> {
  const sums = new Map<PersonId, { totals: Map<MeasureId, number>; lastAt: number }>();
  for (const { personId, measureId, date, quantity, at } of counted) {
    if (!isWanted(date)) continue;
    let own = sums.get(personId);
    if (!own) sums.set(personId, (own = { totals: new Map(), lastAt: 0 }));
    own.totals.set(measureId, (own.totals.get(measureId) ?? 0) + quantity);
    own.lastAt = Math.max(own.lastAt, at);
  }
  return sums;
}

export interface PersonSums {
  readonly totals: ReadonlyMap<MeasureId, number>;
  readonly lastAt: number;
}
