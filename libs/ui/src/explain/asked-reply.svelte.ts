import { reasonOf, type Answer } from '../api/answer.js';

/** One question to the server. What was told stays until something newer is told. */
export class AskedReply<Reply> {
  reply = $state.raw<Reply | null>(null);
  /** When it was answered, by the server's clock. */
  at = $state<number | null>(null);
  reading = $state(false);
  trouble = $state<string | null>(null);
  #round = 0;

  constructor(private readonly ask: () => Promise<Answer<Reply>>) {}

  /** Asks anew; an answer to an earlier question is dropped. */
  async read(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.reading = true;
    const answer = await this.ask();
    if (round !== this.#round) return;
    this.reading = false;
    if (answer.kind === 'done') {
      this.reply = answer.body;
      this.at = answer.at;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  close(): void {
    this.#round += 1;
  }
}
