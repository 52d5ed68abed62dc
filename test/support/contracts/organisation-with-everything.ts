import type {
  LinkMade,
  MembersReply,
  PairingStarted,
  ScreenMade,
  SourceMade,
} from '@bellwether/contracts';
import { expect, vi } from 'vitest';
import type { Role } from '../../../apps/server/src/access/grants.js';
import { AccountClient } from '../account-client.js';
import { ApiClient } from '../api-client.js';
import { provisioning } from '../provisioning.js';
import type { TestServer } from '../test-server.js';

export type Proof = Readonly<Record<string, string>>;

export interface Hook {
  readonly kind: string;
  readonly path: string;
  readonly secret: string;
}

export interface FullOrganisation {
  readonly floor: ApiClient;
  readonly keys: Readonly<Record<'owner' | 'rep' | 'screen' | 'source', string>>;
  /** What each role proves itself by: keys, and the cookies of those who sign in. */
  readonly proofs: Readonly<Record<Role, Proof>>;
  readonly userIds: readonly string[];
  readonly screenId: number;
  /** Where vendors send to, and what they prove themselves by. */
  readonly hooks: readonly Hook[];
  /** The last part of each source's address. */
  readonly addresses: readonly string[];
  /** What nobody else may ever read: its word, and every secret that it was shown. */
  readonly secrets: readonly string[];
}

/**
 * An organisation with a row of everything that there can be, in whose every name stands the word: people,
 * sources, screens, a pairing, an import, entries, celebrations, a KPI that was picked, a scorecard with an
 * own target, a holiday, and what is parked.
 * sources, screens, a pairing, an import, entries, celebrations, a KPI that
 * was picked, a metric of one's own, and what is parked.
 */
export async function organisationWithEverything(
  server: TestServer,
  word: string,
): Promise<FullOrganisation> {
  const floor = await ApiClient.found(server, { name: `${word} & Co` });
  const own = <Body>(path: string, json: unknown) => floor.own<Body>(path, { json });
  const people = await floor.hire(`Team ${word}`, word, `${word}-two`);
  const [person] = people.values();
  const phone = await own<LinkMade>(`/api/v1/people/${person}/links`, {});
  const screen = await own<ScreenMade>('/api/v1/screens', { name: `Wall ${word}` });
  const { screenId } = screen.body.screen;
  const started = await floor.send<PairingStarted>('/api/v1/pairings', { json: {} });
  await own('/api/v1/pairings/claim', { code: started.body.userCode, screenId });
  const sources: (SourceMade & { readonly kind: string })[] = [];
  for (const kind of ['canonical', 'hubspot', 'pipedrive', 'aircall']) {
    const secret = kind === 'pipedrive' ? { secret: `user:${word}-password` } : {};
    const made = await own<SourceMade>('/api/v1/sources', {
      kind,
      name: `${kind} ${word}`,
      ...secret,
    });
    expect(made.status).toBe(201);
    sources.push({ ...made.body, kind });
  }
  await own(`/api/v1/people/${person}/identities`, { source: sources[1]?.id, id: `${word}-77` });
  await floor.own('/api/v1/library/mqls_created/use', { method: 'PUT' });
  await own('/api/v1/scorecards', scorecardOf(word, person ?? 0));
  const targets = { targets: [{ metric: 'calls', target: 9_000 }] };
  await floor.own(`/api/v1/people/${person}/scorecard/targets`, { method: 'PUT', json: targets });
  const holidays = { holidays: [{ date: '2026-12-24', name: `Day of ${word}` }] };
  await floor.own('/api/v1/holidays', { method: 'PUT', json: holidays });
  const ownMetric = {
    title: `Metric ${word}`,
    from: { kind: 'points', terms: [{ metric: 'calls', weight: 2 }] },
    words: null,
    direction: 'higher',
    timing: 'leading',
  };
  expect((await own('/api/v1/own-metrics', ownMetric)).status).toBe(201);
  await importOne(floor, word);
  await floor.events([
    deal(word, `${word}@example.com`),
    { ...deal(word, `${word}-nobody@example.com`), externalId: `${word}-parked` },
  ]);
  await floor.scored();
  const { ownerKey, screenKey, source } = floor.founded;
  const keyOf = (link: { readonly url: string }): string => link.url.split('#key=')[1] ?? '';
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
  const rep = keyOf(phone.body);
  const provisioner = await provisioning(floor, word);
  const signedIn: Partial<Record<Role, Proof>> = {};
  for (const role of ['admin', 'manager', 'viewer'] as const) {
    const { cookie } = await AccountClient.join(floor, { role }, `${word}-${role}@example.com`);
    signedIn[role] = { cookie, origin: floor.url };
  }
  const { body } = await floor.own<MembersReply>('/api/v1/members');
  const keys = { owner: ownerKey, rep, screen: screenKey, source: source.apiKey };
  const proofs = {
    admin: {},
    manager: {},
    viewer: {},
    ...signedIn,
    owner: bearer(ownerKey),
    rep: bearer(rep),
    screen: bearer(screenKey),
    source: bearer(source.apiKey),
    provisioner,
  };
  return {
    floor,
    keys,
    proofs,
    userIds: body.members.map(({ id }) => id),
    screenId,
    hooks: sources.map(({ kind, url, secret }) => ({ kind, path: new URL(url).pathname, secret })),
    addresses: [source.address, ...sources.map(({ url }) => url.split('/').at(-1) ?? '')],
    secrets: [
      word,
      ...Object.values(keys),
      ...body.members.map(({ id }) => id),
      keyOf(screen.body),
      source.webhookSecret,
      provisioner.authorization.replace('Bearer ', ''),
      ...sources.flatMap(({ secret, apiKey }) => [secret, ...(apiKey ? [apiKey] : [])]),
    ],
  };
}

function scorecardOf(word: string, person: number): object {
  const line = { metric: 'calls', part: 'activity', period: 'day', target: 10_000, weight: 100 };
  return { name: `Scorecard ${word}`, for: { people: [person] }, lines: [line] };
}

/** A won deal of somebody. */
export function deal(word: string, owner: string): object {
  return {
    type: 'deal',
    externalId: `${word}-${crypto.randomUUID()}`,
    name: `Deal ${word}`,
    account: `Customer ${word}`,
    changedAt: new Date().toISOString(),
    owner,
    status: 'won',
    amount: '100.00',
  };
}

async function importOne(floor: ApiClient, word: string): Promise<void> {
  const started = await floor.own<{ id: number }>(`/api/v1/imports?name=${word}.csv`, {
    raw: `type,externalId,changedAt,owner,status,amount\ndeal,${word}-file,2026-03-30T09:00:00Z,${word}@example.com,won,100\n`,
    headers: { 'content-type': 'text/csv' },
  });
  expect(started.status).toBe(202);
  await vi.waitFor(
    async () => {
      const { body } = await floor.own(`/api/v1/imports/${started.body.id}`);
      expect(body['state']).toBe('done');
    },
    { timeout: 20_000, interval: 50 },
  );
}
