import type { Unit } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration.js';
import { formatMoney } from './format-money.js';
import { formatAmount, formatScore, scoreStep } from './format-score.js';

const euro: Unit = { kind: 'money', currency: 'EUR', minorDigits: 2 };
const yen: Unit = { kind: 'money', currency: 'JPY', minorDigits: 0 };
const calls: Unit = { kind: 'count', one: 'call', many: 'calls' };
const points: Unit = { kind: 'points' };
const talk: Unit = { kind: 'duration' };
const rate: Unit = { kind: 'ratio' };
const days: Unit = { kind: 'days' };
const dials: Unit = { kind: 'per' };

describe('formatScore', () => {
  it.each<[Unit, number, string, string]>([
    [euro, 18_425_000, 'en-IE', '€184,250'],
    [euro, 18_425_049, 'en-IE', '€184,250'],
    [euro, 18_425_050, 'en-IE', '€184,251'],
    [euro, 99_950, 'en-IE', '€999.50'],
    [euro, 95_000, 'en-IE', '€950'],
    [euro, -900_000, 'en-IE', '\u2212€9,000'],
    [euro, -40, 'en-IE', '\u2212€0.40'],
    [euro, 18_425_000, 'de-DE', '184.250\u00a0€'],
    [yen, 1_234_567, 'en-IE', 'JP¥1,234,567'],
    [{ kind: 'money', currency: 'points!', minorDigits: 2 }, 500_000, 'en-IE', '5,000'],
    [calls, 38_000, 'en-IE', '38'],
    [calls, 2_500, 'en-IE', '2.5'],
    [calls, -1_000, 'en-IE', '\u22121'],
    [points, 109_000, 'en-IE', '109'],
    [talk, 13_320, 'en-IE', '3 h 42 min'],
    [days, 4_492_800, 'en-IE', '52 d'],
    [days, 129_600, 'de-DE', '1,5 d'],
    [dials, 8.041, 'en-IE', '8.04'],
    [dials, 16.333, 'en-IE', '16.3'],
    [rate, 0.4231, 'en-IE', '42.3%'],
    [rate, 1.2, 'en-IE', '120%'],
  ])('prints %o of %i for %s as %s', (unit, score, locale, text) => {
    expect(formatScore(unit, score, locale)).toBe(text);
  });
});

describe('formatAmount', () => {
  it.each<[Unit, number, string]>([
    [euro, 840_000, '€8,400'],
    [calls, 1_000, '1 call'],
    [calls, 500, '0.5 calls'],
    [points, 2_000, '2 points'],
    [talk, 260, '4 min 20 s'],
    [days, 86_400, '1 d'],
    [dials, 0.03, '0.03'],
    [rate, 0.042, '4.2 points'],
  ])('says %o of %i as %s', (unit, amount, text) => {
    expect(formatAmount(unit, amount, 'en-IE')).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [60, '1 min'],
    [599, '9 min 59 s'],
    [600, '10 min'],
    [3599, '1 h'],
    [3600, '1 h'],
    [-90, '\u22121 min 30 s'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('formatMoney', () => {
  it('never prints a negative nothing', () => {
    expect(formatMoney(-0, { currency: 'EUR', minorDigits: 2 }, 'en-IE')).toBe('€0');
  });
});

describe('scoreStep', () => {
  it('counts in whole euros where the end has no cents', () => {
    expect([scoreStep(euro, 18_425_049), scoreStep(euro, 99_950)]).toEqual([100, 1]);
  });
});
