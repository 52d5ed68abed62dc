import { signHubspot } from '@bellwether/connectors';
import { CanonicalRecord } from '@bellwether/contracts';
import fc from 'fast-check';
import type { ZodType } from 'zod';
import type { Route } from '../../../apps/server/src/access/routes.js';
import { AircallEvent } from '../../../libs/connectors/src/aircall/aircall-event.js';
import { HubspotEvent } from '../../../libs/connectors/src/hubspot/hubspot-event.js';
import { PipedriveEvent } from '../../../libs/connectors/src/pipedrive/pipedrive-event.js';
import type { Hook, Proof } from '../contracts/organisation-with-everything.js';
import { valuesOf } from '../contracts/values-of.js';
import { hostileBody, hostileHead, hostileText, hostileValue } from './hostile.js';

export interface FuzzRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

export interface FuzzWorld {
  readonly proofs: readonly Proof[];
  readonly ourIds: readonly number[];
  readonly theirIds: readonly number[];
  readonly source: Proof;
  readonly provisioner: Proof;
  readonly hooks: readonly Hook[];
  readonly publicUrl: string;
}

/** Requests to a route: right ones, nearly right ones, and ones that nobody in his right mind sends. */
export function requestsTo(route: Route, world: FuzzWorld): fc.Arbitrary<FuzzRequest> {
  const values = { id: idsOf(world), spoil: hostileValue };
  const { query, params } = route.takes;
  return fc
    .record({
      path: pathOf(route.path, params, values),
      query: query ? searchOf(valuesOf(query, values)) : searchOf(fc.constant({})),
      body: route.method === 'GET' ? fc.constant(undefined) : bodyOf(route, values),
      head: headOf(proofsFor(route, world)),
      hook: fc.constantFrom(...world.hooks),
      method: rarely(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD')),
    })
    .map(({ path, query: search, body, head, hook, method }) => {
      const plain = { method: method ?? route.method, path: path + search, headers: head };
      if (!route.path.startsWith('/hooks/')) return { ...plain, ...(body && { body }) };
      return signed({ ...plain, ...(body && { body }) }, hook, world.publicUrl);
    });
}

/** Routes of one kind of key are asked with it. Nobody is let in where its end is asked for. */
function proofsFor({ method, path }: Route, world: FuzzWorld): readonly Proof[] {
  if (path === '/api/v1/events') return [world.source];
  if (path.startsWith('/scim/')) return [world.provisioner];
  const endsKeys = method === 'DELETE' && path === '/api/v1/provisioning/keys';
  return endsKeys ? [world.source, world.provisioner] : world.proofs;
}

/** Where people sign in: what is asked there is in no schema of ours. */
export function signInRequests(world: FuzzWorld): fc.Arbitrary<FuzzRequest> {
  const names = [
    'email',
    'password',
    'newPassword',
    'token',
    'code',
    'callbackURL',
    'providerId',
    'name',
    'response',
  ];
  const right = fc.constantFrom<unknown>(
    'a@example.com',
    'correct horse battery',
    '/manager/',
    true,
    PASSKEY,
  );
  const body = fc.dictionary(fc.constantFrom(...names), fc.oneof(right, hostileValue), {
    maxKeys: 4,
  });
  return fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'POST'),
      place: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...SIGN_IN) },
        { weight: 1, arbitrary: hostileText.map(written) },
      ),
      search: searchOf(rarely(body)),
      body: fc.oneof({ weight: 6, arbitrary: json(body) }, { weight: 1, arbitrary: hostileBody }),
      head: headOf(world.proofs),
    })
    .map(({ method, place, search, body: sent, head }) => ({
      method,
      path: `/api/auth/${place}${search}`,
      headers: head,
      ...(method === 'POST' && { body: sent }),
    }));
}

/** One that is written right, and fits nothing. */
const PASSKEY = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'e30',
    attestationObject: 'oA',
    authenticatorData: 'AAAA',
    signature: 'AAAA',
  },
};

const SIGN_IN = [
  'sign-in/email',
  'sign-in/oauth2',
  'sign-up/email',
  'sign-out',
  'get-session',
  'list-sessions',
  'revoke-session',
  'update-user',
  'change-email',
  'change-password',
  'request-password-reset',
  'reset-password',
  'reset-password/x',
  'verify-email',
  'two-factor/enable',
  'two-factor/verify-totp',
  'passkey/generate-register-options',
  'passkey/verify-registration',
  'passkey/generate-authenticate-options',
  'passkey/verify-authentication',
  'passkey/list-user-passkeys',
  'passkey/delete-passkey',
  'oauth2/callback/sso',
  'callback/google',
  'error',
  'ok',
];

/** Mostly ours, as others are refused at once. */
export function idsOf(world: Pick<FuzzWorld, 'ourIds' | 'theirIds'>): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...world.ourIds) },
    { weight: 2, arbitrary: fc.constantFrom(...world.theirIds, 999_999) },
  );
}

type Values = Parameters<typeof valuesOf>[1];

/** One in fifteen. */
function rarely<T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 14, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: some },
  );
}

function pathOf(
  path: string,
  params: Readonly<Record<string, ZodType>>,
  values: Values,
): fc.Arbitrary<string> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const each = names.map((name) => (params[name] ? valuesOf(params[name], values) : hostileText));
  return fc
    .tuple(...each)
    .map((given) =>
      names.reduce(
        (all, name, index) => all.replace(`:${name}`, () => written(given[index])),
        path,
      ),
    );
}

function searchOf(some: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const right = some.map((value) =>
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const more = fc.array(fc.tuple(hostileText, hostileText), { maxLength: 2 });
  return fc.tuple(right, rarely(more), rarely(hostileText)).map(([pairs, others, raw]) => {
    const all = [...pairs, ...(others ?? [])].map(
      ([name, value]) => `${written(name)}=${written(value)}`,
    );
    const tail = raw === undefined ? [] : [raw.replaceAll(/[^\x21-\x7e]/g, '%ff').slice(0, 2_000)];
    return all.length + tail.length === 0 ? '' : `?${[...all, ...tail].join('&')}`.slice(0, 8_000);
  });
}

function written(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(Buffer.from(text).toString().slice(0, 3_000));
}

function bodyOf(route: Route, values: Values): fc.Arbitrary<Buffer | undefined> {
  const spoiled = { weight: 2, arbitrary: fc.oneof(hostileBody, fc.constant(undefined)) };
  const right = { weight: 8, arbitrary: rightBodyOf(route, values) };
  return fc.oneof(right, spoiled);
}

function rightBodyOf({ path, takes }: Route, values: Values): fc.Arbitrary<Buffer> {
  if (path === '/api/v1/imports') return FILE;
  if (path === '/api/v1/events') return json(manyOf(CanonicalRecord, values));
  if (path.startsWith('/hooks/')) {
    return json(
      fc.oneof(
        manyOf(CanonicalRecord, values),
        manyOf(HubspotEvent, values),
        valuesOf(PipedriveEvent, values),
        valuesOf(AircallEvent, values),
      ),
    );
  }
  return json(takes.body ? valuesOf(takes.body, values) : hostileValue);
}

function manyOf(schema: ZodType, values: Values): fc.Arbitrary<unknown> {
  return fc.oneof(valuesOf(schema, values), fc.array(valuesOf(schema, values), { maxLength: 4 }));
}

function json(some: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer> {
  return some.map((value) => Buffer.from(JSON.stringify(value) ?? ''));
}

/** Rows with all that tables from elsewhere bring along. */
const FILE: fc.Arbitrary<Buffer> = fc
  .array(
    fc.array(fc.oneof(hostileText, fc.constantFrom('deal', 'won', '100', '"')), { maxLength: 7 }),
    {
      maxLength: 6,
    },
  )
  .map((rows) => {
    const head = ['type', 'externalId', 'changedAt', 'owner', 'status', 'amount'];
    return Buffer.from([head, ...rows].map((row) => row.join(',')).join('\n'));
  });

function headOf(proofs: readonly Proof[]): fc.Arbitrary<Record<string, string>> {
  const proof = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...proofs) },
    { weight: 1, arbitrary: hostileHead.map((head): Proof => ({ authorization: head })) },
  );
  const NAMES = [
    'content-type',
    'accept',
    'accept-encoding',
    'content-encoding',
    'x-request-id',
    'x-forwarded-for',
    'x-forwarded-host',
    'cookie',
    'origin',
    'range',
    'if-none-match',
    'webhook-id',
    'webhook-timestamp',
    'webhook-signature',
  ];
  const more = fc.dictionary(fc.constantFrom(...NAMES), hostileHead, { maxKeys: 3 });
  return fc.tuple(proof, rarely(more)).map(([given, others]) => ({
    ...given,
    'content-type': 'application/json',
    ...others,
  }));
}

/** As the vendor of the hook proves itself, so that what it sends is looked into. */
function signed(
  request: FuzzRequest,
  { kind, path, secret }: Hook,
  publicUrl: string,
): FuzzRequest {
  const body = request.body ?? Buffer.alloc(0);
  const headers = { ...request.headers };
  if (kind === 'hubspot') {
    const timestamp = String(Date.now());
    headers['x-hubspot-request-timestamp'] = timestamp;
    headers['x-hubspot-signature-v3'] = signHubspot(
      secret,
      'POST',
      publicUrl + path,
      timestamp,
      body,
    );
  }
  if (kind === 'pipedrive') {
    headers['authorization'] = `Basic ${Buffer.from(secret).toString('base64')}`;
  }
  const token = `"token":${JSON.stringify(secret)}`;
  const text = body
    .toString('latin1')
    .replace(/"token":"[^"]*"|^\{(?=")/, (found) => (found === '{' ? `{${token},` : token));
  return {
    ...request,
    path,
    headers,
    body: kind === 'aircall' ? Buffer.from(text, 'latin1') : body,
  };
}
