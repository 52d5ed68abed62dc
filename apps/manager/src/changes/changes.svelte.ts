import type { AuditChange } from '@bellwether/contracts';
import { reasonOf, type Answer, type AuditAsked, type BellwetherApi } from '@bellwether/ui';

const AT_ONCE = 30;

/** Who changed what, as far back as somebody has asked. */
export class Changes {
  changes = $state.raw<readonly AuditChange[]>([]);
  actors = $state.raw<readonly string[]>([]);
  /** Only these; empty is everything. */
  filter = $state.raw<AuditAsked>({});
  loaded = $state(false);
  trouble = $state<string | null>(null);
  #nextBefore = $state<number | null>(null);
  #round = 0;
  readonly hasMore = $derived(this.#nextBefore !== null);
  readonly isFiltered = $derived(Object.values(this.filter).some((value) => value !== undefined));

  constructor(private readonly api: BellwetherApi) {}

  load(): Promise<void> {
    return this.#read(undefined);
  }

  async more(): Promise<void> {
    if (this.#nextBefore !== null) await this.#read(this.#nextBefore);
  }

  only(filter: AuditAsked): Promise<void> {
    this.filter = { ...this.filter, ...filter };
    return this.load();
  }

  export(): Promise<Answer<Blob>> {
    return this.api.auditFile(this.filter);
  }

  async #read(before: number | undefined): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const page = before === undefined ? {} : { before };
    const answer = await this.api.audit({ ...this.filter, ...page, limit: AT_ONCE });
    if (round !== this.#round) return;
    if (answer.kind === 'done') {
      const { changes, nextBefore, actors } = answer.body;
      this.changes = before === undefined ? changes : [...this.changes, ...changes];
      this.#nextBefore = nextBefore;
      this.actors = actors;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }
}
