import type { DeliveriesQuery, DeliveryLine } from '@bellwether/contracts';
import { reasonOf, type BellwetherApi } from '@bellwether/ui';

export type Verdict = DeliveriesQuery['verdict'];

const EVERY_MS = 2_000;
const PAGE = 30;

/** The log of one source, which follows what arrives for as long as somebody looks at it. */
export class SourceLog {
  lines = $state.raw<readonly DeliveryLine[]>([]);
  verdict = $state<Verdict>('all');
  loaded = $state(false);
  trouble = $state<string | null>(null);
  hasMore = $state(false);
  /** What is marked to be scored again. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  #nextBefore: string | null = null;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    private readonly api: BellwetherApi,
    readonly sourceId: number,
  ) {}

  start(): void {
    void this.#follow();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  show(verdict: Verdict): void {
    this.verdict = verdict;
    this.lines = [];
    this.loaded = false;
    this.chosen = new Set();
    void this.#follow();
  }

  /** Now, instead of in a moment. */
  look(): void {
    void this.#follow();
  }

  async more(): Promise<void> {
    const round = this.#round;
    const before = this.#nextBefore;
    if (before === null) return;
    const { sourceId, verdict } = this;
    const answer = await this.api.deliveries(sourceId, { verdict, before, limit: PAGE });
    if (answer.kind !== 'done') this.trouble = reasonOf(answer);
    if (answer.kind !== 'done' || round !== this.#round || this.#closed) return;
    const known = new Set(this.lines.map(({ ref }) => ref));
    const older = answer.body.deliveries.filter(({ ref }) => !known.has(ref));
    this.lines = [...this.lines, ...older];
    this.#goOn(answer.body.nextBefore);
  }

  choose(ref: string, isChosen: boolean): void {
    const chosen = new Set(this.chosen);
    if (isChosen) chosen.add(ref);
    else chosen.delete(ref);
    this.chosen = chosen;
  }

  chooseNone(): void {
    this.chosen = new Set();
  }

  async #follow(): Promise<void> {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') await this.#read();
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#follow(), EVERY_MS);
  }

  /** The newest page anew, since lines change while they are scored; behind it what was read before. */
  async #read(): Promise<void> {
    const { sourceId, verdict } = this;
    const answer = await this.api.deliveries(sourceId, { verdict, limit: PAGE });
    if (this.#closed || verdict !== this.verdict) return;
    if (answer.kind !== 'done') {
      this.trouble = reasonOf(answer);
      return;
    }
    this.trouble = null;
    const { deliveries, nextBefore } = answer.body;
    const last = deliveries.at(-1);
    const fresh = new Set(deliveries.map(({ ref }) => ref));
    const older = last ? this.lines.filter(({ ref, at }) => !fresh.has(ref) && at <= last.at) : [];
    this.lines = [...deliveries, ...older];
    if (older.length === 0) this.#goOn(nextBefore);
    this.loaded = true;
  }

  #goOn(nextBefore: string | null): void {
    this.#round += 1;
    this.#nextBefore = nextBefore;
    this.hasMore = nextBefore !== null;
  }
}
