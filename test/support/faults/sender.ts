import type { ApiClient } from '../api-client.js';

interface Delivery {
  readonly id: string;
  readonly records: readonly Deal[];
}

type Deal = ReturnType<typeof dealOf>;

/** Long ago, so that no clock that is set back makes it the future. */
const FIRST_CHANGE = Date.UTC(2026, 0, 5);
const SLOWLY_MS = 150;
/** What was not taken is sent again after this. */
const AGAIN_MS = 20;

/**
 * A source that keeps its promise: what was not acknowledged is sent again, the same and under the
 * same name, until it is. It knows what the ledger owes it.
 */
export class Sender {
  readonly #owed = new Map<string, number>();
  readonly #unacknowledged: Delivery[] = [];
  #made = 0;
  #refusal = '';
  acknowledged = 0;
  /** How often it was answered what: by status, or why nobody answered. */
  readonly answers = new Map<string, number>();
  /** How long it waits for an answer before it counts the delivery as not taken. */
  patienceMs = 3_000;
  /** How far the sender's clock is ahead, by which it signs. */
  clockMs = 0;

  constructor(
    private readonly floor: ApiClient,
    private readonly people: readonly string[],
  ) {}

  /** What each deal must have brought, in cents, of everything that was acknowledged. */
  get owed(): ReadonlyMap<string, number> {
    return this.#owed;
  }

  /** Sends one new delivery after another until told to stop, with pauses so that each is a job. */
  async sendSlowlyWhile(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      await this.#deliver(this.#next(), goesOn);
      await pause(SLOWLY_MS);
    }
  }

  /** Sends new deliveries until told to stop, three at a time, each after the one before. */
  async sendWhile(goesOn: () => boolean, pauseMs = 0): Promise<void> {
    const line = async (): Promise<void> => {
      while (goesOn()) {
        await this.#deliver(this.#next(), goesOn);
        await pause(pauseMs);
      }
    };
    await Promise.all([line(), line(), line()]);
  }

  /**
   * Sends new deliveries at this rate, whether they are answered or not. What was not taken is for
   * `sendRest`.
   */
  async flood(perSecond: number, seconds: number, records: number): Promise<void> {
    const total = Math.round(perSecond * seconds);
    const started = performance.now();
    const sent: Promise<void>[] = [];
    while (sent.length < total) {
      const due = Math.ceil(((performance.now() - started) / 1_000) * perSecond);
      while (sent.length < Math.min(due, total)) {
        sent.push(this.#deliver(this.#several(records), () => false));
      }
      await pause(AGAIN_MS);
    }
    await Promise.all(sent);
  }

  /** Sends deliveries in so many lines, each after the one before, until told to stop. */
  async sendSeveralWhile(goesOn: () => boolean, lines: number, records: number): Promise<void> {
    const line = async (): Promise<void> => {
      while (goesOn()) await this.#deliver(this.#several(records), goesOn);
    };
    await Promise.all(Array.from({ length: lines }, line));
  }

  /** Sends this many, one after another. */
  async sendSome(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += 1) await this.#deliver(this.#next(), () => false);
  }

  /** Sends again what was not acknowledged, until all of it is. */
  async sendRest(withinMs = 30_000): Promise<void> {
    const until = performance.now() + withinMs;
    while (this.#unacknowledged.length > 0) {
      if (performance.now() > until) throw new Error(`No delivery is taken: ${this.#refusal}`);
      const rest = this.#unacknowledged.splice(0);
      await Promise.all(rest.map((delivery) => this.#deliver(delivery, () => false)));
      await pause(this.#unacknowledged.length > 0 ? AGAIN_MS : 0);
    }
  }

  /** Once, and then as often as it takes while that makes sense. */
  async #deliver(delivery: Delivery, goesOn: () => boolean): Promise<void> {
    while (!(await this.#send(delivery))) {
      if (!goesOn()) {
        this.#unacknowledged.push(delivery);
        return;
      }
      await pause(AGAIN_MS);
    }
  }

  /** A new deal, and a higher amount for one of before: what it brought is taken back and replaced. */
  #next(): Delivery {
    const number = (this.#made += 1);
    const records = [dealOf(number, this.people, 100 * (1 + (number % 7)), number)];
    if (number > 5) records.push(dealOf(number - 5, this.people, 1_000 + number, number));
    return { id: `msg_${number}`, records };
  }

  /** New deals, each of its own. */
  #several(records: number): Delivery {
    const deals = Array.from({ length: records }, () => {
      const number = (this.#made += 1);
      return dealOf(number, this.people, 100 * (1 + (number % 7)), number);
    });
    return { id: `msg_${this.#made}`, records: deals };
  }

  async #send({ id, records }: Delivery): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(this.patienceMs);
      const { status, headers } = await this.floor.signedEvents(records, id, {
        signal,
        signedAt: Date.now() + this.clockMs,
      });
      this.#answered(status === 429 && !headers.has('retry-after') ? '429, not when' : `${status}`);
      if (status !== 202) throw new Error(`answered ${status}`);
    } catch (error) {
      this.#refusal = String(error);
      if (!this.#refusal.includes('answered'))
        this.#answered(`${this.#refusal} (${causeOf(error)})`);
      return false;
    }
    this.acknowledged += 1;
    for (const { externalId, amount } of records) {
      const cents = Math.round(Number(amount) * 100);
      this.#owed.set(externalId, Math.max(this.#owed.get(externalId) ?? 0, cents));
    }
    return true;
  }

  #answered(what: string): void {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }
}

function dealOf(number: number, people: readonly string[], amount: number, change: number) {
  return {
    type: 'deal',
    externalId: `D-${number}`,
    changedAt: new Date(FIRST_CHANGE + change * 1_000).toISOString(),
    owner: `${people[number % people.length]}@example.com`,
    status: 'won',
    closedOn: '2026-01-04',
    amount: `${amount}.00`,
  };
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : 'no cause';
}

function pause(milliseconds: number): Promise<void> | undefined {
  if (milliseconds > 0) return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
