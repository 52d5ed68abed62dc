import type { ProposalsBody, ProposalsReply } from '@bellwether/contracts';
import type { Answer } from '@bellwether/ui';

type Proposal = ProposalsReply['proposals'][number];

/** Whoever types is not asked after each letter. */
const AFTER_MS = 500;

/** What history proposes for the lines of a draft; asked again when whom or what it is about changes. */
export class Proposals {
  #known = $state.raw<readonly Proposal[]>([]);
  #asked = '';
  #later: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(
    private readonly ask: (body: ProposalsBody) => Promise<Answer<ProposalsReply>>,
    private readonly afterMs = AFTER_MS,
  ) {}

  of(metric: string, period: Proposal['period']): Proposal | null {
    return this.#known.find((one) => one.metric === metric && one.period === period) ?? null;
  }

  see(body: ProposalsBody): void {
    const asked = JSON.stringify(body);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#round += 1;
    clearTimeout(this.#later);
    if (body.lines.length === 0) return;
    this.#later = setTimeout(() => void this.#read(body), this.afterMs);
  }

  close(): void {
    this.#round += 1;
    clearTimeout(this.#later);
  }

  /** A proposal is a help: where none comes, a target is typed all the same. */
  async #read(body: ProposalsBody): Promise<void> {
    const round = this.#round;
    const answer = await this.ask(body);
    if (round === this.#round && answer.kind === 'done') this.#known = answer.body.proposals;
  }
}
