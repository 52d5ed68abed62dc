import type { KpiCard } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import type { Metrics } from '../metrics.svelte.js';
import type { RescoringWatch } from '../rescoring-watch.svelte.js';

/** All figures that ship with the product, and which of them are in use here. */
export class Library {
  categories = $state.raw<readonly string[]>([]);
  kpis = $state.raw<readonly KpiCard[]>([]);
  loaded = $state(false);
  /** Why there is nothing to show. */
  trouble = $state<string | null>(null);

  constructor(
    private readonly api: BellwetherApi,
    private readonly metrics: Metrics,
    private readonly rescoring: RescoringWatch,
  ) {}

  async load(): Promise<void> {
    const answer = await this.api.library();
    this.trouble = answer.kind === 'done' ? null : reasonOf(answer);
    if (answer.kind !== 'done') return;
    this.categories = answer.body.categories;
    this.kpis = answer.body.kpis;
    this.loaded = true;
  }

  use({ key }: KpiCard): Promise<Answer<unknown>> {
    return this.#change(() => this.api.useKpi(key));
  }

  drop({ key }: KpiCard): Promise<Answer<unknown>> {
    return this.#change(() => this.api.dropKpi(key));
  }

  async #change(send: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const answer = await send();
    if (answer.kind === 'done') {
      await Promise.all([this.load(), this.metrics.load(), this.rescoring.load()]);
    }
    return answer;
  }
}
