import type { PersonId } from '../ids.js';

/** Whether somebody would, through any number of managers, be their own manager. */
export function isInCircle(
  managerOf: (personId: PersonId) => PersonId | null | undefined,
  person: PersonId,
  manager: PersonId,
): boolean {
  const seen = new Set<PersonId>([person]);
  let above: PersonId | null | undefined = manager;
  while (above !== null && above !== undefined) {
    if (seen.has(above)) return true;
    seen.add(above);
    above = managerOf(above);
  }
  return false;
}
