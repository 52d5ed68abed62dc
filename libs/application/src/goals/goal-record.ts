import type { Organisation } from '../ports/directories.js';
import type { GoalEntry } from '../ports/goals.js';
import { ONE, minorDigitsOf } from '@bellwether/domain';

/** How the desk tells the ledger of a goal or of relief: as the record that any other source would send. */
export function goalRecord(entry: GoalEntry, { currency }: Pick<Organisation, 'currency'>): string {
  const { name, holder, kind, value, reason } = entry;
  const credited = holder.kind === 'person' ? holder.personId : holder.managerId;
  const about = {
    type: 'quota',
    externalId: name,
    changedAt: new Date(entry.changedAt).toISOString(),
    deleted: value === null,
    owner: { id: `person-${credited}` },
  };
  if (value === null) return JSON.stringify(about);
  const signed = reason === null ? value : -value;
  return JSON.stringify({
    ...about,
    scope: holder.kind === 'team' ? 'team' : 'own',
    ...(kind.product !== null && { product: kind.product }),
    ...((kind.measure === 'new' || kind.measure === 'existing') && { business: kind.measure }),
    ...(reason !== null && { reason }),
    ...(kind.measure === 'deals'
      ? { deals: signed / ONE }
      : { amount: decimalOf(signed, minorDigitsOf(currency)), currency }),
    from: entry.startsOn,
    until: entry.endsOn,
  });
}

/** Exactly: no part of it goes through a fraction. */
function decimalOf(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
