import type pg from 'pg';

interface Delivery {
  readonly key: string;
  readonly body: string;
  readonly arrivedAt: number;
}

interface Waiting extends Delivery {
  readonly resolve: (kept: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** What the reference keeps: deliveries as they came, and one ledger row for each. */
export const REFERENCE_TABLES = `
  create table inbox (
    id bigint generated always as identity primary key,
    delivery_key text not null unique,
    received_at timestamptz not null,
    body text not null
  );
  create table ledger (
    inbox_id bigint primary key,
    person text not null,
    type text not null,
    happened_at timestamptz not null,
    quantity bigint not null
  )`;

/** When the oldest delivery that is not in the ledger yet had arrived. */
export const REFERENCE_OLDEST = `
  select extract(epoch from received_at) * 1000 as "waitingSince" from inbox
  where id > (select coalesce(max(inbox_id), 0) from ledger) order by id limit 1`;

const MOST_ROWS = 2_000;

/** Writes what arrives while one write is under way with the next. */
export class GroupCommit {
  readonly #waiting: Waiting[] = [];
  #writing = false;

  constructor(
    private readonly client: pg.Client,
    private readonly onKept: (first: number, last: number) => void,
  ) {}

  /** Resolves when the delivery is on disk: with false when it was there before. */
  keep(delivery: Delivery): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...delivery, resolve, reject });
      if (!this.#writing) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, MOST_ROWS));
    this.#writing = false;
  }

  async #write(group: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await this.client.query<{ id: string; delivery_key: string }>({
        name: 'keep',
        text: `insert into inbox (delivery_key, received_at, body)
          select * from unnest($1::text[], $2::timestamptz[], $3::text[])
          on conflict (delivery_key) do nothing returning id, delivery_key`,
        values: [
          group.map(({ key }) => key),
          group.map(({ arrivedAt }) => new Date(arrivedAt).toISOString()),
          group.map(({ body }) => body),
        ],
      });
      const kept = new Set(rows.map(({ delivery_key }) => delivery_key));
      for (const { key, resolve } of group) resolve(kept.delete(key));
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (first && last) this.onKept(Number(first.id), Number(last.id));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
