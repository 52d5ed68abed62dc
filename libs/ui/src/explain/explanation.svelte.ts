import type { ExplainedEntry, ExplainReply } from '@bellwether/contracts';
import { reasonOf, type Answer } from '../api/answer.js';

export type AskPage = (page: {
  readonly after: number;
  readonly limit: number;
}) => Promise<Answer<ExplainReply>>;

/** Where the reading of the ledger stands. */
export type ReadingState = 'reading' | 'read' | 'failed';

const PAGE = 500;
/** More entries than this are a report and not an explanation. */
const MOST = 20_000;
/** A delivery may arrive between the two looks that a proof takes. */
const PROVE_AGAIN_MS = 1_500;
const PROOFS = 3;

/** Somebody's number with all entries behind it. What was read stays until something newer is read whole. */
export class Explanation {
  /** The latest answer: the number, its parts and its proof. */
  reply = $state.raw<ExplainReply | null>(null);
  entries = $state.raw<readonly ExplainedEntry[]>([]);
  /** When the ledger was added up, by the server's clock. */
  provedAt = $state<number | null>(null);
  state = $state<ReadingState>('reading');
  /** How many entries were read so far. */
  progress = $state(0);
  /** Whether all entries behind the number were read. */
  complete = $state(false);
  trouble = $state<string | null>(null);
  #round = 0;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: AskPage) {}

  /** Reads from the beginning; what an earlier call still reads is dropped. */
  async read(proofsLeft = PROOFS): Promise<void> {
    clearTimeout(this.#again);
    this.#round += 1;
    const round = this.#round;
    this.state = 'reading';
    this.progress = 0;
    const entries: ExplainedEntry[] = [];
    let after: number | null = 0;
    while (after !== null && entries.length < MOST) {
      const answer: Answer<ExplainReply> = await this.ask({ after, limit: PAGE });
      if (round !== this.#round) return;
      if (answer.kind !== 'done') return this.#fail(reasonOf(answer));
      entries.push(...answer.body.entries);
      this.reply = answer.body;
      this.provedAt = answer.at;
      this.progress = entries.length;
      after = answer.body.nextAfter;
    }
    this.entries = entries;
    this.complete = after === null;
    this.trouble = null;
    this.state = 'read';
    if (this.reply?.equal === false && proofsLeft > 1) {
      this.#again = setTimeout(() => void this.read(proofsLeft - 1), PROVE_AGAIN_MS);
    }
  }

  close(): void {
    this.#round += 1;
    clearTimeout(this.#again);
  }

  #fail(reason: string): void {
    this.trouble = reason;
    this.state = 'failed';
  }
}
