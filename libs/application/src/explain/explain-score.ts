import type {
  Board,
  Metric,
  MetricValue,
  OrganisationId,
  Period,
  PeriodKind,
  PersonId,
} from '@bellwether/domain';
import {
  businessDateOf,
  mayExplain,
  measuresOf,
  metricValue,
  parsePeriod,
  periodOf,
} from '@bellwether/domain';
import type { BoardStore } from '../ports/board-store.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Person } from '../ports/directories.js';
import type { ExplainedEntry, Explanations } from '../ports/explanations.js';
import type { KeepBoards } from '../boards/keep-boards.js';
import { rosterNow } from '../boards/roster-now.js';
import type { Looker } from '../boards/see-board.js';
import { viewerIn } from '../boards/see-board.js';

export interface Question {
  readonly looker: Looker;
  readonly personId: PersonId;
  readonly metric: string;
  readonly period: { readonly kind: PeriodKind; readonly key: string | null };
  readonly page: { readonly after: number; readonly limit: number };
}

export interface Explanation {
  readonly person: Person;
  readonly metric: Metric;
  readonly period: Period;
  /** What the entries add up to; null when there is nothing to rank. */
  readonly value: MetricValue | null;
  /** What the board shows; null when the person is not on it. */
  readonly shown: number | null;
  readonly equal: boolean;
  /** One for each measure that the metric is made of: its share of the numerator or denominator. */
  readonly parts: readonly {
    readonly measure: string;
    readonly version: number;
    readonly quantity: number;
  }[];
  readonly entries: readonly ExplainedEntry[];
  /** Where the next page begins; null when there is none. */
  readonly nextAfter: number | null;
}

export type Unexplained = 'unknown-person' | 'unknown-metric' | 'unknown-period' | 'kept-private';

/** Answers where somebody's number comes from: every entry of the ledger behind it. */
export class ExplainScore {
  constructor(
    private readonly explanations: Explanations,
    private readonly directories: Directories,
    private readonly boards: KeepBoards,
    private readonly store: BoardStore,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    { looker, personId, metric: key, period: asked, page }: Question,
  ): Promise<Explanation | Unexplained> {
    const directory = await this.directories.read(organisationId);
    const person = directory.people.get(personId);
    if (!person) return 'unknown-person';
    const metric = directory.metrics.find((candidate) => candidate.key === key);
    if (!metric) return 'unknown-metric';
    const asks = viewerIn(directory, looker);
    const teamId = rosterNow(directory).teamOf.get(personId) ?? null;
    if (!mayExplain(directory.privacyOf(key), asks, { id: personId, teamId }))
      return 'kept-private';
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    const period =
      asked.key === null ? periodOf(asked.kind, today) : parsePeriod(asked.kind, asked.key);
    if (!period) return 'unknown-period';

    const measureIds = measuresOf(metric);
    const range = { from: period.startsOn, to: period.endsOn };
    const shown = await this.#shown(organisationId, person, metric, period);
    const [sums, entries] = await Promise.all([
      this.explanations.sums(organisationId, personId, measureIds, range),
      this.explanations.entries(organisationId, personId, measureIds, range, page),
    ]);
    const value = metricValue(metric, (measureId) => sums.get(measureId)) ?? null;
    const last = entries.at(-1);
    return {
      person,
      metric,
      period,
      value,
      shown,
      equal: (value?.score ?? null) === shown,
      parts: directory.measures
        .filter(({ id }) => measureIds.includes(id))
        .map(({ id, key: measure, version }) => ({
          measure,
          version,
          quantity: sums.get(id) ?? 0,
        })),
      entries,
      nextAfter: last && entries.length === page.limit ? last.seq : null,
    };
  }

  async #shown(
    organisationId: OrganisationId,
    { id }: Person,
    metric: Metric,
    period: Period,
  ): Promise<number | null> {
    const board: Board = { metric: metric.key, period, competitors: 'reps', teamId: null };
    const own = { kind: 'around', member: id, span: 0 } as const;
    let window = await this.store.read(organisationId, board, metric, own);
    if (!window) {
      await this.boards.keep(organisationId, board, metric);
      window = await this.store.read(organisationId, board, metric, own);
    }
    return window?.members.find(({ member }) => member === id)?.score ?? null;
  }
}
