import type { GoalGrid, MatchedName } from '@bellwether/application';
import type { GoalMeasure, GoalsReply, MatchesReply } from '@bellwether/contracts';
import type { GoalHolder, GoalKind, PersonId, TeamId } from '@bellwether/domain';
import { minorDigitsOf } from '@bellwether/domain';

export function kindOf({
  measure,
  product,
}: {
  readonly measure: GoalMeasure;
  readonly product?: string | undefined;
}): GoalKind {
  return { measure, product: product ?? null };
}

/** Of what was parsed: a person, or a team and its manager. */
export function holderOf({
  person,
  team,
  manager,
}: {
  readonly person?: number | undefined;
  readonly team?: number | undefined;
  readonly manager?: number | undefined;
}): GoalHolder {
  return person === undefined
    ? { kind: 'team', teamId: team as TeamId, managerId: manager as PersonId }
    : { kind: 'person', personId: person as PersonId };
}

export function presentGrid(
  { kind, rows, sums, managers, products, ...grid }: GoalGrid,
  { currency }: { readonly currency: string },
): GoalsReply {
  return {
    year: grid.year,
    today: grid.today,
    counting: grid.counting,
    total: grid.total,
    unit:
      kind.measure === 'deals'
        ? { kind: 'count', one: 'deal', many: 'deals' }
        : { kind: 'money', currency, minorDigits: minorDigitsOf(currency) },
    products: [...products],
    rows: rows.map(({ id, name, teamId, managerId, goals, reliefs, months }) => ({
      id,
      name,
      team: teamId,
      manager: managerId,
      goals: [...goals],
      reliefs: [...reliefs],
      months: [...months],
    })),
    sums: [...sums],
    managers: managers && [...managers],
  };
}

export function presentMatches(matches: readonly MatchedName[]): MatchesReply {
  return {
    matches: matches.map(({ written, id, suggestions, names }) => ({
      written,
      meant: id === null ? null : { id, name: names[id] ?? '' },
      suggestions: suggestions.map((one) => ({ id: one, name: names[one] ?? '' })),
    })),
  };
}
