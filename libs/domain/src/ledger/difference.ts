import type { Contribution } from '../measures/contributions.js';
import type { Booked } from './movement.js';

export interface Difference {
  /** What stays as it is booked. */
  readonly kept: readonly Booked[];
  readonly takenBack: readonly Booked[];
  readonly added: readonly Contribution[];
}

/** What separates that which a record should contribute from that which it has contributed. */
export function differenceOf(
  booked: readonly Booked[],
  wanted: readonly Contribution[],
): Difference {
  const open = [...wanted];
  const kept: Booked[] = [];
  const takenBack: Booked[] = [];
  for (const entry of booked) {
    const match = open.findIndex((contribution) => isSame(contribution, entry));
    if (match === -1) takenBack.push(entry);
    else {
      open.splice(match, 1);
      kept.push(entry);
    }
  }
  return { kept, takenBack, added: open };
}

function isSame(a: Contribution, b: Contribution): boolean {
  return (
    a.measureId === b.measureId &&
    a.personId === b.personId &&
    a.date === b.date &&
    a.at === b.at &&
    a.quantity === b.quantity &&
    a.distinctKey === b.distinctKey &&
    a.facet === b.facet
  );
}
