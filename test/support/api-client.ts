import type { Founded } from '@bellwether/application';
import { signHubspot, signStandardWebhook } from '@bellwether/connectors';
import type { BoardReply, IntakeReply, StatusReply } from '@bellwether/contracts';
import { expect, vi } from 'vitest';
import type { TestServer } from './test-server.js';

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Sending {
  readonly key?: string | undefined;
  readonly method?: string;
  readonly json?: unknown;
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly redirect?: 'manual';
}

/** An organisation as its people and senders reach it: over HTTP. */
export class ApiClient {
  constructor(
    readonly url: string,
    readonly founded: Founded,
  ) {}

  static async found(
    server: Pick<TestServer, 'url' | 'found'>,
    settings: Parameters<TestServer['found']>[0] = {},
  ): Promise<ApiClient> {
    return new ApiClient(server.url, await server.found(settings));
  }

  async send<Body = Record<string, unknown>>(
    path: string,
    { key, method, json, raw, headers = {}, signal, redirect }: Sending = {},
  ): Promise<Reply<Body>> {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    const reply = await fetch(this.url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      ...(signal ? { signal } : {}),
      ...(redirect ? { redirect } : {}),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    const text = await reply.text();
    return {
      status: reply.status,
      body: (isJson(reply) && text !== '' ? JSON.parse(text) : {}) as Body,
      headers: reply.headers,
    };
  }

  /** As the owner. */
  own<Body = Record<string, unknown>>(path: string, sending: Sending = {}): Promise<Reply<Body>> {
    return this.send<Body>(path, { key: this.founded.ownerKey, ...sending });
  }

  /** People by name, each with an e-mail address of it, all in one team. */
  async hire(team: string, ...names: readonly string[]): Promise<Map<string, number>> {
    const made = await this.own<{ id: number }>('/api/v1/teams', { json: { name: team } });
    const people = new Map<string, number>();
    for (const name of names) {
      const { body } = await this.own<{ id: number }>('/api/v1/people', {
        json: {
          name,
          identities: [{ email: `${name}@example.com` }],
          team: made.body.id,
          since: '2020-01-01',
        },
      });
      people.set(name, body.id);
    }
    return people;
  }

  events(json: unknown, sending: Sending = {}): Promise<Reply<IntakeReply>> {
    return this.send('/api/v1/events', { key: this.founded.source.apiKey, json, ...sending });
  }

  signedEvents(
    json: unknown,
    id: string,
    { signedAt = Date.now(), ...sending }: Sending & { readonly signedAt?: number } = {},
  ): Promise<Reply<IntakeReply>> {
    const { address, webhookSecret } = this.founded.source;
    const raw = Buffer.from(JSON.stringify(json));
    const timestamp = String(Math.floor(signedAt / 1_000));
    const signature = signStandardWebhook(webhookSecret, id, timestamp, raw);
    return this.send(`/api/v1/events?source=${address}`, {
      ...sending,
      raw,
      headers: {
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature,
      },
    });
  }

  /** `hook` is the path that the source was given, `publicUrl` what HubSpot was told. */
  hubspot(
    hook: { readonly path: string; readonly secret: string; readonly publicUrl: string },
    events: readonly object[],
  ): Promise<Reply<IntakeReply>> {
    const raw = Buffer.from(JSON.stringify(events));
    const timestamp = String(Date.now());
    const signature = signHubspot(hook.secret, 'POST', hook.publicUrl + hook.path, timestamp, raw);
    return this.send(hook.path, {
      raw,
      headers: {
        'x-hubspot-signature-v3': signature,
        'x-hubspot-request-timestamp': timestamp,
      },
    });
  }

  /** Until nothing waits any more. */
  async scored(): Promise<StatusReply> {
    return vi.waitFor(
      async () => {
        const { body } = await this.own<StatusReply>('/api/v1/status');
        expect(body.waiting).toBe(0);
        return body;
      },
      { timeout: 20_000, interval: 20 },
    );
  }

  /** Name → score, best first. Waits until everything sent so far is on the board. */
  async standing(id: string): Promise<[string, number][]> {
    await this.scored();
    const scoredAt = Date.now();
    return vi.waitFor(
      async () => {
        const { body } = await this.own<BoardReply>(`/api/v1/boards/${id}`);
        expect(body.freshness.asOf).toBeGreaterThanOrEqual(scoredAt);
        return body.rows.map(({ name, score }): [string, number] => [name, score ?? NaN]);
      },
      { timeout: 20_000, interval: 20 },
    );
  }
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}
