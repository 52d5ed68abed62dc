import type { OrganisationId, OwnMetricDraft, RecordType } from '@bellwether/domain';
import { FieldFactsCollector, defineOwnMetric, ownMetricKey, stateOf } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { OwnMetrics } from '../ports/own-metrics.js';
import type { PastRecord, PastRecords } from '../ports/past-records.js';
import type { Rescorings } from '../ports/rescorings.js';
import { celOf } from './check-own-metric.js';
import { FallingOut } from './falling-out.js';
import { TrialRun } from './trial-run.js';
import type { MetricTrial } from './trial.js';
import { withMetric } from './with-metric.js';

/** More are not looked at, nor for longer. */
export const MOST_RECORDS = 20_000;
export const MOST_MS = 2_000;
/** Records a second, until one's own have been counted anew once. */
const USUAL_SPEED = 1_500;
/** Of fewer nobody can tell how fast they were. */
const TELLING = 500;

/** Shows what a draft would make of what came in before. Changes nothing. */
export class TryOwnMetric {
  constructor(
    private readonly ownMetrics: OwnMetrics,
    private readonly directories: Directories,
    private readonly records: PastRecords,
    private readonly rescorings: Rescorings,
    private readonly clocks: { readonly now: Clock; readonly steady: Clock },
  ) {}

  /** `key` is the metric that it would be a new version of; null for one that is new. */
  async execute(
    organisationId: OrganisationId,
    draft: OwnMetricDraft,
    key: string | null,
  ): Promise<MetricTrial> {
    const directory = await this.directories.fresh(organisationId);
    const kept = await this.ownMetrics.list(organisationId);
    const drafts = new Map(kept.map((own) => [own.key, own.draft]));
    const known = { measures: directory.measures, metrics: directory.metrics, drafts };
    const name = key ?? ownMetricKey(draft.title, new Set(known.metrics.map((one) => one.key)));
    const defined = defineOwnMetric(draft, name, known);
    // What it is called changes nothing of what it comes to.
    const counting = defineOwnMetric({ ...draft, title: name, words: null }, name, known);
    const trial = defined.kind === 'defined' ? defined : counting;
    const run =
      trial.kind === 'defined'
        ? this.#run(
            directory,
            draft,
            withMetric(known, trial.metric, trial.measures, draft, directory.organisation.currency),
            name,
          )
        : null;
    const { from } = draft;
    const facts = from.kind === 'records' ? new FieldFactsCollector(from.record) : null;
    const falling = new FallingOut();
    const types = new Set<RecordType>(run?.types ?? []);
    if (from.kind === 'records') types.add(from.record);
    const { looked, isAll } = await this.#look(organisationId, [...types], (record) => {
      const state = stateOf(record.history);
      if (from.kind === 'records' && record.type === from.record && !state.gone) {
        facts?.add(state.fields);
        falling.add(from, state.fields);
      }
      run?.add(record, state);
    });
    return {
      problems: defined.kind === 'refused' ? defined.problems : [],
      ...celOf(draft),
      looked,
      isAll,
      fields: facts?.facts() ?? [],
      fallsOut: falling.counts(),
      untried: defined.kind === 'defined' && run ? run.untried() : null,
      outcome: run && run.untried() === null ? run.outcome() : null,
      estimate: await this.#estimate(organisationId),
    };
  }

  #run(
    directory: Directory,
    draft: OwnMetricDraft,
    { measures, metrics }: Pick<Directory, 'measures' | 'metrics'>,
    key: string,
  ): TrialRun | null {
    const metric = metrics.find((one) => one.key === key);
    const before = directory.metrics.find((one) => one.key === key) ?? null;
    if (!metric) return null;
    const all = new Map([...directory.measures, ...measures].map((one) => [one.id, one]));
    const { from } = draft;
    return new TrialRun(
      { metric, before, measures: [...all.values()], from: from.kind === 'records' ? from : null },
      directory,
      this.clocks.now.now(),
    );
  }

  async #look(
    organisationId: OrganisationId,
    types: readonly RecordType[],
    at: (record: PastRecord) => void,
  ): Promise<{ readonly looked: number; readonly isAll: boolean }> {
    const { steady } = this.clocks;
    const until = steady.now() + MOST_MS;
    let looked = 0;
    let before: number | null = null;
    do {
      const { records, next } = await this.records.newest(organisationId, types, before);
      for (const record of records) at(record);
      looked += records.length;
      before = next;
    } while (before !== null && looked < MOST_RECORDS && steady.now() < until);
    return { looked, isAll: before === null };
  }

  /** By how fast the last counting anew was. */
  async #estimate(organisationId: OrganisationId): Promise<MetricTrial['estimate']> {
    const records = await this.records.count(organisationId);
    const last = await this.rescorings.last(organisationId);
    const took = last?.endedAt ? (last.endedAt - last.startedAt) / 1_000 : 0;
    const isTelling = last && last.done >= TELLING && took > 0;
    const speed = isTelling ? last.done / took : USUAL_SPEED;
    return { records, seconds: Math.ceil(records / speed) };
  }
}
