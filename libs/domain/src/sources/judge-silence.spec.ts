import { describe, expect, it } from 'vitest';
import { judgeSilence } from './judge-silence.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (day: number, time: string) =>
  Date.parse(`2026-11-${String(day).padStart(2, '0')}T${time}:00Z`);
const every = (pause: number, from: number, until: number) =>
  Array.from(
    { length: Math.floor((until - from) / pause) + 1 },
    (_, index) => from + index * pause,
  );
/** Thursday and Friday, from 9 to 17. */
const often = [
  ...every(15 * MINUTE, at(19, '09:00'), at(19, '17:00')),
  ...every(15 * MINUTE, at(20, '09:00'), at(20, '17:00')),
];
const mornings = [9, 10, 11, 12, 13, 16, 17, 18, 19, 20].map((day) => at(day, '09:00'));

describe('a source that', () => {
  it.each([
    ['sends all day, twenty minutes ago', often, at(20, '17:20'), false],
    ['sends all day, and has not for 50 minutes of work', often, at(20, '17:50'), true],
    ['sends all day, on Saturday', often, at(21, '12:00'), true],
    ['sends every morning, in the afternoon', mornings, at(20, '17:00'), false],
    ['sends every morning, on Monday', mornings, at(23, '17:00'), false],
    ['sends every morning, and left out two of them', mornings, at(24, '17:30'), true],
    ['sent once, the same day', [at(19, '10:00')], at(19, '17:00'), false],
    ['sent once, and a working day is over', [at(19, '10:00')], at(20, '11:00'), true],
  ])('%s', (_, sentAt, now, isSilent) => {
    const silence = judgeSilence({ sentAt, silentAfterMs: null, timeZone: 'Europe/Dublin', now });
    expect(silence?.isSilent).toBe(isSilent);
  });

  it('never sent is not silent', () => {
    const facts = {
      sentAt: [],
      silentAfterMs: null,
      timeZone: 'Europe/Dublin',
      now: at(20, '12:00'),
    };
    expect(judgeSilence(facts)).toBeNull();
  });

  it.each([
    [HOUR, at(20, '10:30'), false],
    [HOUR, at(20, '11:01'), true],
    [0, at(30, '12:00'), false],
  ])('has a threshold of %i ms is judged by it', (silentAfterMs, now, isSilent) => {
    const sentAt = [...mornings, at(20, '10:00')];
    const silence = judgeSilence({ sentAt, silentAfterMs, timeZone: 'Europe/Dublin', now });
    expect(silence?.isSilent).toBe(isSilent);
  });

  it('rests over a weekend is as silent on Monday at eight as on Friday evening', () => {
    const judge = (now: number) =>
      judgeSilence({ sentAt: often, silentAfterMs: null, timeZone: 'Europe/Dublin', now });
    expect(judge(at(23, '08:00'))?.forMs).toBe(judge(at(20, '18:00'))?.forMs);
  });
});
