import pg from 'pg';

export interface PaceSettings {
  readonly databaseUrl: string;
  /** Answers `waitingSince`: when the oldest unscored delivery arrived, in ms since 1970, or null. */
  readonly oldestSql: string;
  readonly pauseAtMs: number;
}

const LOOK_MS = 50;

/** Holds a sender back while scoring is behind, and remembers how far behind it ever was. */
export class Pace {
  #oldestMs = 0;
  #isBehind = false;
  #released: (() => void)[] = [];
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly settings: PaceSettings,
  ) {
    this.#timer = setInterval(() => {
      this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    }, LOOK_MS);
  }

  static async open(settings: PaceSettings): Promise<Pace> {
    const client = new pg.Client(settings.databaseUrl);
    await client.connect();
    return new Pace(client, settings);
  }

  /** Resolves as soon as one more may be sent. */
  allowed(): Promise<void> | undefined {
    if (!this.#isBehind) return undefined;
    return new Promise((resolve) => this.#released.push(resolve));
  }

  /** Answers the greatest age that an unscored delivery was seen with, in milliseconds. */
  async close(): Promise<number> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.client.end();
    return this.#oldestMs;
  }

  async #look(): Promise<void> {
    const { rows } = await this.client.query<{ waitingSince: string | null }>(
      this.settings.oldestSql,
    );
    const since = rows[0]?.waitingSince ?? null;
    const age = since === null ? 0 : Date.now() - Number(since);
    this.#oldestMs = Math.max(this.#oldestMs, age);
    this.#isBehind = age > this.settings.pauseAtMs;
    if (this.#isBehind) return;
    for (const release of this.#released.splice(0)) release();
  }
}
