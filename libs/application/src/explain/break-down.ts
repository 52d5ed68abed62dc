import type {
  Board,
  Measure,
  Metric,
  OrganisationId,
  PeriodKind,
  PersonId,
  TeamId,
  TotalOf,
} from '@bellwether/domain';
import {
  averaged,
  boardOf,
  businessDateOf,
  daysOf,
  detailFor,
  mayExplain,
  mayOpen,
  measuresOf,
  metricValue,
  parsePeriod,
  periodOf,
  windowsOf,
} from '@bellwether/domain';
import { rosterNow } from '../boards/roster-now.js';
import type { Looker } from '../boards/see-board.js';
import { viewerIn } from '../boards/see-board.js';
import { rangeOfWindow } from '../boards/window-totals.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { FacetScope, Facets } from '../ports/facets.js';

export interface BreakDownQuestion {
  readonly looker: Looker;
  readonly metric: string;
  readonly period: { readonly kind: PeriodKind; readonly key: string | null };
  readonly scope: FacetScope;
}

/** A number in its parts, the largest first. */
export interface BrokenDown {
  readonly metric: Metric;
  /** The field that it is broken down by. */
  readonly by: string;
  readonly parts: readonly {
    /** Empty where records have no such value. */
    readonly facet: string;
    /** Of this part alone; null when it has none. */
    readonly score: number | null;
    /** Of all parts together; null for what does not add up, such as rates. */
    readonly share: number | null;
  }[];
}

export type Unbroken =
  | 'unknown-person'
  | 'unknown-team'
  | 'unknown-metric'
  | 'unknown-period'
  | 'kept-private'
  | 'whole';

/** Takes a number apart by channel, product, step, or whatever its metric can be told by. */
export class BreakDown {
  constructor(
    private readonly facets: Facets,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    { looker, metric: key, period: asked, scope }: BreakDownQuestion,
  ): Promise<BrokenDown | Unbroken> {
    const directory = await this.directories.read(organisationId);
    const metric = directory.metrics.find((candidate) => candidate.key === key);
    if (!metric) return 'unknown-metric';
    const refused = refusalOf(directory, key, looker, scope);
    if (refused) return refused;
    const by = facetOf(metric, directory.measures);
    if (by === null) return 'whole';
    const { timeZone, calendar } = directory.organisation;
    const today = businessDateOf(this.clock.now(), timeZone);
    const period =
      asked.key === null
        ? periodOf(asked.kind, today, calendar)
        : parsePeriod(asked.kind, asked.key, calendar);
    if (!period) return 'unknown-period';
    const board = boardOf(key, metric, { period, competitors: 'reps', teamId: null }, today);
    const sums = await this.#sums(organisationId, metric, board, scope);
    return { metric, by, parts: partsOf(metric, sums, board) };
  }

  async #sums(
    organisationId: OrganisationId,
    metric: Metric,
    { period, asOf }: Board,
    scope: FacetScope,
  ): Promise<Sums> {
    const sums: Sums = new Map();
    for (const window of windowsOf(metric)) {
      const days = daysOf(window, period, asOf);
      if (!days) continue;
      const ids = measuresOf(metric, window);
      const range = rangeOfWindow(window, days, period);
      for (const total of await this.facets.read(organisationId, ids, range, scope)) {
        const { measureId, facet, quantity } = total;
        const ofFacet = sums.get(facet) ?? new Map<string, number>();
        sums.set(facet, ofFacet.set(`${measureId} ${window}`, quantity));
      }
    }
    return sums;
  }
}

/** Sums by measure and window, by value of the facet. */
type Sums = Map<string, Map<string, number>>;

/** What a metric is broken down by; null when it is not. */
export function facetOf(metric: Metric, measures: readonly Measure[]): string | null {
  const ids = measuresOf(metric);
  const named = measures.find(({ id, by }) => ids.includes(id) && by !== undefined);
  return named?.by?.field ?? null;
}

function partsOf(metric: Metric, sums: Sums, { period, asOf }: Board): BrokenDown['parts'] {
  const scoreOf = (totalOf: TotalOf) =>
    metricValue(metric, averaged(totalOf, period, asOf))?.score ?? null;
  const scored = [...sums].map(([facet, quantities]) => ({
    facet,
    score: scoreOf((id, window) => quantities.get(`${id} ${window}`)),
  }));
  const whole = scoreOf((id, window) =>
    [...sums.values()].reduce((sum, one) => sum + (one.get(`${id} ${window}`) ?? 0), 0),
  );
  const total = scored.reduce((sum, { score }) => sum + (score ?? 0), 0);
  // A rate of all is not what the rates of its parts add up to.
  const isWhole = metric.formula.kind === 'sum' || scored.length > 1;
  const adds = isWhole && whole === total && scored.every(({ score }) => (score ?? 0) >= 0);
  return scored
    .map(({ facet, score }) => ({
      facet,
      score,
      share: adds && total > 0 ? (score ?? 0) / total : null,
    }))
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0) || (a.facet < b.facet ? -1 : 1));
}

function refusalOf(
  directory: Directory,
  metric: string,
  looker: Looker,
  scope: FacetScope,
): Unbroken | undefined {
  const privacy = directory.privacyOf(metric);
  const viewer = viewerIn(directory, looker);
  if (scope.kind === 'person') {
    if (!directory.people.has(scope.personId)) return 'unknown-person';
    const teamId = rosterNow(directory).teamOf.get(scope.personId) ?? null;
    const isFor = mayExplain(privacy, viewer, { id: scope.personId, teamId });
    return isFor ? undefined : 'kept-private';
  }
  if (scope.kind === 'team' && !directory.teams.has(scope.teamId)) return 'unknown-team';
  const teamId = scope.kind === 'team' ? scope.teamId : null;
  const isOpen = mayOpen(privacy, viewer, { competitors: 'reps', teamId });
  const tellsAll = privacy.audience !== 'person' && detailFor(privacy, viewer) === 'value';
  return isOpen && tellsAll ? undefined : 'kept-private';
}

export function scopeOf(person: number | undefined, team: number | undefined): FacetScope {
  if (person !== undefined) return { kind: 'person', personId: person as PersonId };
  return team === undefined ? { kind: 'everybody' } : { kind: 'team', teamId: team as TeamId };
}
