import type { Metric, PersonId, PersonSums } from '@bellwether/domain';
import { boardOrder, metricValue, rankStandings } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';
import type { ChangedPlace, Place } from './trial.js';

/** Who has a place by either, and whose would be another; the largest changes first. */
export function comparePlaces(
  sums: ReadonlyMap<PersonId, PersonSums>,
  metric: Metric,
  before: Metric | null,
  directory: Pick<Directory, 'people'>,
): { readonly people: number; readonly changed: readonly ChangedPlace[] } {
  const now = placesBy(metric, sums, directory);
  const then = before ? placesBy(before, sums, directory) : now;
  const everybody = new Set([...now.keys(), ...then.keys()]);
  const changed = [...everybody]
    .map((personId): ChangedPlace => ({
      personId,
      draft: now.get(personId) ?? null,
      before: then.get(personId) ?? null,
    }))
    .filter((one) => one.draft?.rank !== one.before?.rank);
  const last = everybody.size + 1;
  const steps = ({ draft, before: was }: ChangedPlace) =>
    Math.abs((draft?.rank ?? last) - (was?.rank ?? last));
  return {
    people: everybody.size,
    changed: changed.toSorted((a, b) => steps(b) - steps(a) || rankOf(a) - rankOf(b)),
  };
}

function rankOf({ draft, before }: ChangedPlace): number {
  return draft?.rank ?? before?.rank ?? 0;
}

function placesBy(
  metric: Metric,
  sums: ReadonlyMap<PersonId, PersonSums>,
  { people }: Pick<Directory, 'people'>,
): ReadonlyMap<PersonId, Place> {
  const standings = [...sums].flatMap(([personId, { totals, lastAt }]) => {
    const value = metricValue(metric, (id) => totals.get(id));
    const person = people.get(personId);
    if (!value || !person?.active) return [];
    const { score, parts } = value;
    const halves = parts ?? { numerator: 0, denominator: 0 };
    return [{ id: personId, name: person.name, score, reachedAt: lastAt, ...halves }];
  });
  const ranked = rankStandings(standings, boardOrder(metric));
  return new Map(
    ranked.flatMap(({ id, rank, score }) =>
      rank === null ? [] : [[id as PersonId, { rank, score }] as const],
    ),
  );
}
