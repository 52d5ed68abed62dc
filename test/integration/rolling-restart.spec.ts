import { setTimeout as pause } from 'node:timers/promises';
import type { CelebrateWins } from '@bellwether/application';
import { FoundOrganisation, WorkOffOrganisation } from '@bellwether/application';
import { PostgresOrganisations, openDatabase } from '@bellwether/persistence';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { createTestDatabase, createTestRedis } from '../support/database.js';
import { buildProgram } from '../support/engines-program.js';
import { randomSecrets } from '../support/random-secrets.js';
import { ScreenClient } from '../support/screen-client.js';
import { ServerNode } from '../support/server-node.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';

const SENDERS = 6;
/** Between two requests of a sender. */
const PACE_MS = 15;
/** As often a load balancer asks who is ready. */
const LOOK_MS = 200;

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram('server-process');
}, 120_000);
afterAll(() => program?.remove());

const call = (externalId: string) => ({
  type: 'call',
  externalId,
  endedAt: new Date().toISOString(),
  owner: 'ada@example.com',
  talkSeconds: 1,
});

/** Sends signed calls without a pause to the nodes that are ready, as a load balancer would. */
class Load {
  accepted = 0;
  /** Nobody took them, so they were sent again: had one been taken, its repeat would be no news. */
  untaken = 0;
  readonly failed: string[] = [];
  #isOver = false;
  #ready: readonly ServerNode[];
  #turn = 0;

  constructor(
    private readonly nodes: readonly ServerNode[],
    private readonly founded: ApiClient['founded'],
  ) {
    this.#ready = nodes;
  }

  start(): () => Promise<void> {
    const work = [this.#look(), ...Array.from({ length: SENDERS }, (_, name) => this.#send(name))];
    return async () => {
      this.#isOver = true;
      await Promise.all(work);
    };
  }

  async #look(): Promise<void> {
    while (!this.#isOver) {
      const states = await Promise.all(this.nodes.map((node) => node.readiness()));
      const ready = this.nodes.filter((_, index) => states[index] === 200);
      this.#ready = ready.length > 0 ? ready : this.nodes;
      await pause(LOOK_MS);
    }
  }

  async #send(name: number): Promise<void> {
    for (let number = 0; !this.#isOver; number += 1) {
      const id = `C-${name}-${number}`;
      while (!(await this.#deliver(id)));
      await pause(PACE_MS);
    }
  }

  /** Answers whether somebody was there. */
  async #deliver(id: string): Promise<boolean> {
    const node = this.#ready[(this.#turn += 1) % this.#ready.length];
    try {
      const floor = new ApiClient(node?.url ?? '', this.founded);
      const { status, body } = await floor.signedEvents([call(id)], id);
      if (status === 202 && body.accepted === 1) this.accepted += 1;
      else this.failed.push(`${id}: ${status} ${JSON.stringify(body)}`);
      return true;
    } catch (error) {
      const { code } = (error as { cause?: { code?: string } }).cause ?? {};
      // Reset: it stood in the system's queue before the door that was closed.
      const isUntaken = code === 'ECONNREFUSED' || code === 'ECONNRESET';
      if (isUntaken) this.untaken += 1;
      else this.failed.push(`${id}: ${code}`);
      return !isUntaken;
    }
  }
}

describe('a rolling restart', () => {
  it('fails no request, and everything counts once', { timeout: 240_000 }, async () => {
    const [database, redis] = await Promise.all([createTestDatabase(), createTestRedis()]);
    onTestFinished(() => database.drop());
    const env = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    const nodes = [
      await ServerNode.start(program.file, env),
      await ServerNode.start(program.file, env),
    ] as const;
    const direct = openDatabase({ url: database.url, connections: 2 });
    onTestFinished(() => direct.destroy());
    const organisations = new PostgresOrganisations(direct, unsealedSecrets);
    const founded = await new FoundOrganisation(organisations, randomSecrets).execute({
      name: 'Lark & Co',
      timeZone: 'Europe/Dublin',
      currency: 'EUR',
      locale: 'en-IE',
    });
    await new ApiClient(nodes[0].url, founded).hire('Iberia', 'ada');
    const screen = new ScreenClient(nodes[0].url, founded.screenKey);
    const gone = new Promise((resolve) => screen.socket.once('disconnect', resolve));
    await expect.poll(() => screen.snapshots, { timeout: 20_000 }).toBe(1);

    const load = new Load(nodes, founded);
    const stop = load.start();
    for (const node of nodes) {
      const before = load.accepted;
      await node.restart();
      await expect.poll(() => load.accepted, { timeout: 20_000 }).toBeGreaterThan(before + 50);
    }
    await stop();

    expect(load.failed).toEqual([]);
    // The transport: a screen comes back by itself from that, in its own time.
    expect(await gone).toBe('transport close');
    const floor = new ApiClient(nodes[1].url, founded);
    await floor.scored();
    expect(await floor.standing('calls.all.reps')).toEqual([['ada', load.accepted * 1_000]]);
    const { deliveries } = (await floor.own<{ deliveries: number }>('/api/v1/status')).body;
    expect(deliveries).toBe(load.accepted);
  });
});

describe('a worker that stops', () => {
  it('ends after the batch at hand, with all of it told', async () => {
    const stores = await openTestStores();
    onTestFinished(() => stores.close());
    const world = await World.open(stores.database, stores.redis, { teams: { Iberia: ['ada'] } });
    await world.keep('calls.all.reps');
    const calls = Array.from({ length: 700 }, (_, index) => ({
      type: 'call',
      externalId: `C-${index}`,
      endedAt: new Date(world.now).toISOString(),
      owner: 'ada@example.com',
      talkSeconds: 1,
    }));
    await world.deliver(...calls);
    const told: string[] = [];
    const stopping = new AbortController();
    const workOff = new WorkOffOrganisation(
      world.worker(),
      world.rescorer(),
      world.boards,
      { placesBefore: async () => new Map(), execute: async () => {} } as unknown as CelebrateWins,
      { send: async ({ kind }) => void told.push(kind) },
      () => stopping.abort(),
      { now: () => performance.now() },
      pause,
    );
    expect(await workOff.execute(world.organisationId, stopping.signal)).toBe('interrupted');
    expect(await world.standing('calls.all.reps')).toEqual([['ada', 500_000]]);
    expect(told).toEqual(['boards-changed']);
    expect(await workOff.execute(world.organisationId)).toBe('worked-off');
    expect(await world.standing('calls.all.reps')).toEqual([['ada', 700_000]]);
  });
});
