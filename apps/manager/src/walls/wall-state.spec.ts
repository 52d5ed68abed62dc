import { expect, it } from 'vitest';
import { wallState } from './wall-state.js';

const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };
const at = (clock: string) => Date.parse(`2026-11-20T${clock}Z`);
const seen = (seenAt: string, since: string) => ({
  screenId: 7,
  seenAt: at(seenAt),
  since: at(since),
  engine: 'Chrome on Linux',
});

it.each([
  ['never', 'Never opened', undefined],
  ['live', 'Live since 09:00', seen('14:31:59', '09:00:00')],
  ['live', 'Live since 09:00', seen('14:31:50', '09:00:00')],
  ['dark', 'Dark since 14:31', seen('14:31:40', '09:00:00')],
  ['dark', 'Dark since 13:58', seen('13:58:12', '09:00:00')],
] as const)('%s: %s', (kind, text, wall) => {
  expect(wallState(wall, at('14:32:00'), place)).toEqual({ kind, text });
});
