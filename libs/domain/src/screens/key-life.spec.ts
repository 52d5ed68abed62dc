import { describe, expect, it } from 'vitest';
import { hasTakenOver, isKeyDue } from './key-life.js';

const DAY = 86_400_000;
const now = Date.parse('2026-11-20T14:32:00Z');
const ago = (days: number) => now - days * DAY;

describe('isKeyDue', () => {
  it.each([
    ['a new key of its own', { made: 1, isHandedOver: true, asked: null }, false],
    ['a key of its own that is a month old', { made: 30, isHandedOver: true, asked: null }, false],
    ['an older one', { made: 31, isHandedOver: true, asked: null }, true],
    ['an address of last year', { made: 400, isHandedOver: false, asked: null }, false],
    ['an address, when a manager asks', { made: 400, isHandedOver: false, asked: 0 }, true],
    ['a new key, when a manager asks', { made: 1, isHandedOver: true, asked: 0 }, true],
    ['a key made after a manager asked', { made: 1, isHandedOver: true, asked: 2 }, false],
  ] as const)('%s', (_, { made, isHandedOver, asked }, due) => {
    const key = { madeAt: ago(made), isHandedOver };
    expect(isKeyDue(key, asked === null ? null : ago(asked), now)).toBe(due);
  });
});

describe('hasTakenOver', () => {
  it.each([
    ['never used', null, true, false],
    ['used for a moment', now - 60_000, true, false],
    ['used for an hour', now - 3_600_000, true, true],
    ['used for an hour in place of an address', now - 3_600_000, false, false],
    ['used for a week in place of an address', ago(7), false, true],
  ])('a new key that was %s', (_, firstUsedAt, isHandedOver, ended) => {
    expect(hasTakenOver(firstUsedAt, { isHandedOver }, now)).toBe(ended);
  });
});
