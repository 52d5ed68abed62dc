import { describe, expect, it } from 'vitest';
import { judgeFreshness } from './judge-freshness.js';

const now = Date.parse('2026-11-19T14:32:00Z');
const seconds = (count: number) => now - count * 1000;
const zone = { timeZone: 'Europe/Dublin', locale: 'en-IE' };

describe('judgeFreshness', () => {
  it.each([
    [2, 'live', 'Live, 2 s old'],
    [-1, 'live', 'Live, 0 s old'],
    [15, 'live', 'Live, 15 s old'],
    [16, 'late', 'Late, 16 s old'],
    [89, 'late', 'Late, 89 s old'],
    [120, 'late', 'Late, 2 min old'],
    [840, 'stale', 'As of 14:18'],
    [86_400, 'stale', 'As of Wed 14:32'],
  ])('numbers of %i s ago are %s', (age, kind, text) => {
    const note = judgeFreshness({ now, asOf: seconds(age), lostAt: null, ...zone });
    expect(note).toEqual({ kind, text });
  });

  it('says since when the line is gone, whatever the numbers are', () => {
    const note = judgeFreshness({ now, asOf: seconds(2), lostAt: seconds(840), ...zone });
    expect(note).toEqual({ kind: 'offline', text: 'Offline since 14:18' });
  });

  it('still says it when only the moment of the loss is known', () => {
    const note = judgeFreshness({ now: null, asOf: null, lostAt: seconds(840), ...zone });
    expect(note.text).toBe('Offline since 14:18');
  });
});
