import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { RedisClient } from '@bellwether/leaderboard';
import boardsLua from './boards.lua?raw';

/** A job: score the deliveries from the first to the last id. */
export interface ScoreJob {
  readonly first: number;
  readonly last: number;
}

interface Event {
  readonly type: 'call' | 'email' | 'meeting' | 'deal';
  readonly owner: string;
  readonly status?: string;
  readonly amount?: string;
  readonly endedAt?: string;
  readonly sentAt?: string;
  readonly changedAt?: string;
}

const TEAMS = 8;
const SHA = createHash('sha1').update(boardsLua).digest('hex');

/** Boards as on the wall of a new organisation: of people, and of teams. */
const BOARDS = ['revenue', 'points', 'meetings', 'deals'].flatMap((name) => [
  `reference:${name}:reps`,
  `reference:${name}:teams`,
]);

/** Writes a ledger row for each delivery, then moves the boards in one call. */
export class ScoreDeliveries {
  constructor(
    private readonly client: pg.Client,
    private readonly redis: RedisClient,
  ) {}

  async execute({ first, last }: ScoreJob): Promise<void> {
    const { rows } = await this.client.query<{ id: string; body: string }>({
      name: 'take',
      text: 'select id, body from inbox where id between $1 and $2 order by id',
      values: [first, last],
    });
    const events = rows.map(({ id, body }) => ({ id, event: JSON.parse(body) as Event }));
    await this.client.query({
      name: 'book',
      text: `insert into ledger (inbox_id, person, type, happened_at, quantity)
        select * from unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::bigint[])
        on conflict (inbox_id) do nothing`,
      values: [
        events.map(({ id }) => id),
        events.map(({ event }) => event.owner),
        events.map(({ event }) => event.type),
        events.map(({ event }) => event.endedAt ?? event.sentAt ?? event.changedAt),
        events.map(({ event }) => quantityOf(event)),
      ],
    });
    await this.#project(
      last,
      events.map(({ event }) => event),
    );
  }

  async #project(last: number, events: readonly Event[]): Promise<void> {
    const added = new Map<string, number>();
    for (const event of events) {
      for (const [board, quantity] of movesOf(event)) {
        for (const [offset, member] of [event.owner, teamOf(event.owner)].entries()) {
          const key = `${board + offset} ${member}`;
          added.set(key, (added.get(key) ?? 0) + quantity);
        }
      }
    }
    const changes = [...added].flatMap(([key, quantity]) => [...key.split(' '), String(quantity)]);
    const call = {
      keys: ['reference:checkpoint', ...BOARDS],
      arguments: [String(last - 1), String(last), ...changes],
    };
    try {
      await this.redis.evalSha(SHA, call);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      await this.redis.eval(boardsLua, call);
    }
  }
}

/** The boards' places among the keys of the script, and what is added. */
function movesOf(event: Event): [board: number, quantity: number][] {
  switch (event.type) {
    case 'call':
    case 'email':
      return [[4, 1_000]];
    case 'meeting':
      return [
        [4, 10_000],
        [6, 1_000],
      ];
    case 'deal':
      return event.status === 'won'
        ? [
            [2, quantityOf(event)],
            [8, 1_000],
          ]
        : [];
  }
}

function quantityOf({ type, amount }: Event): number {
  return type === 'deal' ? Math.round(Number(amount ?? 0) * 100) : 1_000;
}

function teamOf(owner: string): string {
  return `team-${Number(/\d+/.exec(owner)?.[0] ?? 0) % TEAMS}`;
}
