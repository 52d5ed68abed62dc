import { expect, it } from 'vitest';
import { describeSource } from './describe-source.js';
import type { Source } from './sources.svelte.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const source: Source = {
  id: 1,
  kind: 'hubspot',
  name: 'HubSpot',
  address: 'hubspot-x',
  secrets: 1,
  settings: {},
  fieldRules: [],
  paused: false,
  hasSent: true,
  state: 'fresh',
  lastAt: '2026-11-20T11:59:58.000Z',
  eventAgeMs: 1_000,
  refused: 0,
  refusedAt: null,
  parked: 0,
  held: 0,
  silentForMs: 2_000,
  unusualAfterMs: 2_400_000,
  silentAfterMinutes: null,
  rotation: null,
};

it.each([
  [{ state: 'waiting', lastAt: null }, 'Waiting', 'Nothing has arrived from it yet'],
  [{}, 'Fresh', 'Received 2 s ago'],
  [
    { state: 'silent', silentForMs: 14_400_000 },
    'Silent',
    'Nothing for 4 h of work. More than 40 min is unusual for it',
  ],
  [
    { state: 'silent', silentForMs: 14_400_000, silentAfterMinutes: 40 },
    'Silent',
    'Nothing for 4 h of work. You asked to be told after 40 min',
  ],
  [{ state: 'failing' }, 'Failing', 'The latest request was refused'],
  [{ state: 'paused', held: 3 }, 'Paused', '3 deliveries are kept until it goes on'],
] as const)('%j is %s', (change, label, line) => {
  expect(describeSource({ ...source, ...change }, now)).toMatchObject({ label, line });
});
