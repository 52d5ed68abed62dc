import type { OwnMetricDraft, OwnMetricsReply } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import type { Metrics } from '../metrics.svelte.js';
import type { RescoringWatch } from '../rescoring-watch.svelte.js';
import type { RecordChoice } from './field-words.js';

export type OwnMetric = OwnMetricsReply['metrics'][number];

/** Metrics that were worded here, and what one can be made of. */
export class OwnMetrics {
  all = $state.raw<readonly OwnMetric[]>([]);
  records = $state.raw<readonly RecordChoice[]>([]);
  ownFieldOperators = $state.raw<OwnMetricsReply['ownFieldOperators']>([]);
  loaded = $state(false);
  /** Why there is nothing to show. */
  trouble = $state<string | null>(null);

  constructor(
    readonly api: BellwetherApi,
    private readonly metrics: Metrics,
    private readonly rescoring: RescoringWatch,
  ) {}

  async load(): Promise<void> {
    const answer = await this.api.ownMetrics();
    this.trouble = answer.kind === 'done' ? null : reasonOf(answer);
    if (answer.kind !== 'done') return;
    this.all = answer.body.metrics;
    this.records = answer.body.records;
    this.ownFieldOperators = answer.body.ownFieldOperators;
    this.loaded = true;
  }

  /** A new one, or a new version of the one of this key. */
  keep(draft: OwnMetricDraft, key: string | null): Promise<Answer<{ readonly key: string }>> {
    return this.#change(() =>
      key === null ? this.api.makeOwnMetric(draft) : this.api.changeOwnMetric(key, draft),
    );
  }

  drop(key: string): Promise<Answer<unknown>> {
    return this.#change(() => this.api.dropOwnMetric(key));
  }

  async #change<Body>(send: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await send();
    if (answer.kind === 'done') {
      await Promise.all([this.load(), this.metrics.load(), this.rescoring.load()]);
    }
    return answer;
  }
}
