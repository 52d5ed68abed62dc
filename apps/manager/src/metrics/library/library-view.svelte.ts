import type { KpiCard } from '@bellwether/contracts';
import {
  closestKpis,
  fits,
  groupKpis,
  NO_FILTER,
  searchKpis,
  type KpiFilter,
} from './find-kpis.js';

type Narrowing = Partial<Omit<KpiFilter, 'text'>>;

/** What somebody sees of the library: what they look for, and the figure they look at. */
export class LibraryView {
  filter = $state.raw<KpiFilter>(NO_FILTER);
  #chosenKey = $state<string | null>(null);

  readonly #exact = $derived.by(() => searchKpis(this.kpis(), this.filter.text));
  /** Nothing is called so: what is shown is only like it. */
  readonly isClosest = $derived(this.#exact.length === 0);
  readonly #heard = $derived.by(() =>
    this.isClosest ? closestKpis(this.kpis(), this.filter.text) : this.#exact,
  );
  readonly #found = $derived(this.#heard.filter((kpi) => fits(kpi, this.filter)));
  readonly groups = $derived(groupKpis(this.#found));
  /** As they stand under each other. */
  readonly lines = $derived(this.groups.flatMap(({ kpis }) => kpis));
  /** How many things narrow the list besides what was typed. */
  readonly narrowings = $derived(
    [this.filter.timing, this.filter.role, this.filter.category].filter((asked) => asked !== null)
      .length + Number(this.filter.onlyInUse),
  );
  /** Whoever looks for something means the first that was found, until they say another. */
  readonly chosen = $derived.by(() => {
    const said = this.lines.find(({ key }) => key === this.#chosenKey);
    if (said || this.filter.text.trim() === '') return said ?? null;
    return this.lines[0] ?? null;
  });

  constructor(private readonly kpis: () => readonly KpiCard[]) {}

  choose(key: string | null): void {
    this.#chosenKey = key;
  }

  look(text: string): void {
    this.filter = { ...this.filter, text };
    this.#chosenKey = null;
  }

  narrow(by: Narrowing): void {
    this.filter = { ...this.filter, ...by };
  }

  clear(): void {
    this.filter = NO_FILTER;
  }

  move(by: number): void {
    const { lines, chosen } = this;
    const at = chosen ? lines.indexOf(chosen) : by > 0 ? -1 : lines.length;
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) this.#chosenKey = next.key;
  }

  /** How many would be found if the list were narrowed so as well. */
  countWith(by: Narrowing): number {
    const filter = { ...this.filter, ...by };
    return this.#heard.filter((kpi) => fits(kpi, filter)).length;
  }
}
