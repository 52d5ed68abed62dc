import type { DeliveryReply } from '@bellwether/contracts';
import { reasonOf, type BellwetherApi } from '@bellwether/ui';

const SOON_MS = 1_000;

/** One delivery in full. As long as it waits to be scored, it is asked again. */
export class OpenedDelivery {
  delivery = $state.raw<DeliveryReply | null>(null);
  trouble = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    private readonly api: BellwetherApi,
    readonly sourceId: number,
    readonly ref: string,
  ) {}

  async read(): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await this.api.delivery(this.sourceId, this.ref);
    if (this.#closed) return;
    if (answer.kind !== 'done') {
      this.trouble = reasonOf(answer);
      return;
    }
    this.trouble = null;
    this.delivery = answer.body;
    if (answer.body.state === 'waiting') {
      this.#timer = setTimeout(() => void this.read(), SOON_MS);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
