import type { Unit } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { roundedAim } from './rounded-aim.js';

describe('roundedAim', () => {
  it.each<[Unit, number, number]>([
    [{ kind: 'count', one: 'call', many: 'calls' }, 42_857.14, 43_000],
    [{ kind: 'count', one: 'call', many: 'calls' }, 45_000, 45_000],
    [{ kind: 'count', one: 'call', many: 'calls' }, 45_000.000001, 45_000],
    [{ kind: 'money', currency: 'EUR', minorDigits: 2 }, 9_047_619.05, 9_047_700],
    [{ kind: 'duration' }, 7_345.2, 7_380],
    [{ kind: 'ratio' }, 0.305, 0.305],
  ])('%j', (unit, amount, told) => {
    expect(roundedAim(unit, amount)).toBe(told);
  });
});
