import type { MetricPrivacy, MetricsReply } from '@bellwether/contracts';
import type { Answer, BellwetherApi } from '@bellwether/ui';
import { MeasureDictionary } from '@bellwether/ui';

export type Metric = MetricsReply['metrics'][number];

/** What boards can be of, and who sees it. */
export class Metrics {
  all = $state.raw<readonly Metric[]>([]);
  /** Those whose boards are for whoever sits here. */
  readonly mine = $derived(this.all.filter(({ isForYou }) => isForYou));
  /** What the numbers are made of, in words. */
  readonly words = $derived(new MeasureDictionary(this.all));

  constructor(
    private readonly api: BellwetherApi,
    known: readonly Metric[],
  ) {
    this.all = known;
  }

  async load(): Promise<void> {
    const answer = await this.api.metrics();
    if (answer.kind === 'done') this.all = answer.body.metrics;
  }

  async keepPrivate(key: string, privacy: MetricPrivacy): Promise<Answer<unknown>> {
    const answer = await this.api.keepPrivate(key, privacy);
    if (answer.kind === 'done') await this.load();
    return answer;
  }
}
