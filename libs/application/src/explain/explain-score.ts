import type {
  Board,
  Days,
  Measure,
  MeasureId,
  Metric,
  MetricValue,
  OrganisationId,
  Period,
  PeriodKind,
  PersonId,
  Shortage,
  Window,
} from '@bellwether/domain';
import {
  averaged,
  boardOf,
  businessDateOf,
  mayExplain,
  measuresOf,
  metricValue,
  parsePeriod,
  periodOf,
  shortageOf,
} from '@bellwether/domain';
import type { BoardStore } from '../ports/board-store.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Person } from '../ports/directories.js';
import type { CapCount, ExplainedEntry, Explanations, LeftOut } from '../ports/explanations.js';
import type { KeepBoards } from '../boards/keep-boards.js';
import type { LeastOf } from '../boards/board-view.js';
import { leastOf } from '../boards/least-of.js';
import { rosterNow } from '../boards/roster-now.js';
import type { Looker } from '../boards/see-board.js';
import { viewerIn } from '../boards/see-board.js';
import type { Stretch } from './stretches.js';
import { rangeOf, stretchesOf } from './stretches.js';

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
  /** Of how many a ratio has to be, and what this one lacks; null for all that is no ratio of counts. */
  readonly least: LeastOf | null;
  readonly shortage: Shortage | null;
  /** One for each measure that the metric is made of, and each window that it is added up over. */
  readonly parts: readonly {
    readonly measure: string;
    readonly version: number;
    readonly window: Window;
    /** Of the window, inclusive; null is open. */
    readonly days: Days;
    readonly quantity: number;
  }[];
  readonly entries: readonly ExplainedEntry[];
  /** What could count and does not, since as many as count came before; the newest of it. */
  readonly leftOut: {
    readonly counts: readonly (CapCount & {
      readonly atMost: number;
      readonly by: string | null;
    })[];
    readonly newest: readonly LeftOut[];
  };
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
    const { timeZone, calendar } = directory.organisation;
    const today = businessDateOf(this.clock.now(), timeZone);
    const period =
      asked.key === null
        ? periodOf(asked.kind, today, calendar)
        : parsePeriod(asked.kind, asked.key, calendar);
    if (!period) return 'unknown-period';

    const board = boardOf(metric.key, metric, { period, competitors: 'reps', teamId: null }, today);
    const shown = await this.#shown(organisationId, person, metric, board);
    const stretches = stretchesOf(metric, board);
    const measureIds = measuresOf(metric);
    const [sums, left, entries] = await Promise.all([
      this.#sums(organisationId, personId, stretches),
      this.explanations.leftOut(
        organisationId,
        personId,
        measureIds,
        rangeOf(stretches),
        MOST_LEFT_OUT,
      ),
      // What lies between two windows is listed, too: it explains how one led to the other.
      this.explanations.entries(organisationId, personId, measureIds, rangeOf(stretches), page),
    ]);
    const totalOf = averaged((id, window) => sums.get(window)?.get(id), period, board.asOf);
    const value = metricValue(metric, totalOf) ?? null;
    const last = entries.at(-1);
    return {
      person,
      metric,
      period,
      value,
      shown,
      equal: (value?.score ?? null) === shown,
      least: leastOf(metric, directory),
      shortage: value?.parts ? shortageOf(metric, value.parts.denominator) : null,
      parts: stretches.flatMap(({ window, days, measureIds: ids }) =>
        directory.measures
          .filter(({ id }) => ids.includes(id))
          .map(({ id, key: measure, version }) => {
            const quantity = totalOf(id, window) ?? 0;
            return { measure, version, window, days, quantity };
          }),
      ),
      entries,
      leftOut: { newest: left.newest, counts: capsOf(left.counts, directory.measures) },
      nextAfter: last && entries.length === page.limit ? last.seq : null,
    };
  }

  async #sums(
    organisationId: OrganisationId,
    personId: PersonId,
    stretches: readonly Stretch[],
  ): Promise<ReadonlyMap<Window, ReadonlyMap<MeasureId, number>>> {
    const sums = stretches.map(
      async ({ window, range, measureIds }) =>
        [
          window,
          await this.explanations.sums(organisationId, personId, measureIds, range),
        ] as const,
    );
    return new Map(await Promise.all(sums));
  }

  async #shown(
    organisationId: OrganisationId,
    { id }: Person,
    metric: Metric,
    board: Board,
  ): Promise<number | null> {
    const own = { kind: 'around', member: id, span: 0 } as const;
    let window = await this.store.read(organisationId, board, metric, own);
    if (!window) {
      await this.boards.keep(organisationId, board, metric);
      window = await this.store.read(organisationId, board, metric, own);
    }
    return window?.members.find(({ member }) => member === id)?.score ?? null;
  }
}

/** More nobody reads. */
const MOST_LEFT_OUT = 50;

function capsOf(counts: readonly CapCount[], measures: readonly Measure[]) {
  return counts
    .filter(({ leftOut }) => leftOut > 0)
    .map((claimed) => {
      const measure = measures.find(({ id }) => id === claimed.measureId);
      const { atMost = 1, distinctBy } = measure ?? {};
      const by = typeof distinctBy === 'string' ? distinctBy : (distinctBy?.[0] ?? null);
      return { ...claimed, atMost, by };
    });
}
