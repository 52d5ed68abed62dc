import { describe, expect, it } from 'vitest';
import type { SourceId } from '../ids.js';
import { convertValue } from './convert-value.js';
import type { Conversion, FieldRule } from './field-rule.js';

const context = { sourceId: 3 as SourceId, timeZone: 'Europe/Dublin', currency: 'EUR' };
const rule = (record: FieldRule['record'], field: string, read: Conversion): FieldRule => ({
  record,
  field,
  from: 'value',
  read,
});
const outcome = (value: unknown, told: FieldRule, currency = 'EUR') => {
  const converted = convertValue(value, told, { ...context, currency });
  return converted.ok ? converted.value : converted.reason;
};

describe('a value from a payload', () => {
  const major = rule('deal', 'amount', { as: 'money', unit: 'major' });
  const minor = rule('deal', 'amount', { as: 'money', unit: 'minor' });
  it.each<[unknown, FieldRule, string, unknown]>([
    [12_500.5, major, 'EUR', '12500.5'],
    ['12500.50', major, 'EUR', '12500.50'],
    ['-3', major, 'EUR', '-3'],
    [1_250_050, minor, 'EUR', '12500.50'],
    ['7', minor, 'EUR', '0.07'],
    [-5, minor, 'EUR', '-0.05'],
    [1_250, minor, 'JPY', '1250'],
    ['1250.5', minor, 'BHD', '1.2505'],
    [null, major, 'EUR', null],
    ['', major, 'EUR', null],
    ['twelve', major, 'EUR', 'is no amount, such as 12500.50'],
    [1e21, major, 'EUR', 'is no amount, such as 12500.50'],
    ['99999999999', major, 'EUR', 'is too large an amount for one record'],
  ])('%j as an amount (%#) in %s', (value, told, currency, amount) => {
    expect(outcome(value, told, currency)).toBe(amount);
  });

  it.each<[unknown, Conversion, unknown]>([
    [90, { as: 'duration', unit: 'seconds' }, 90],
    ['90', { as: 'duration', unit: 'minutes' }, 5_400],
    [1.5, { as: 'duration', unit: 'hours' }, 5_400],
    [90_499, { as: 'duration', unit: 'milliseconds' }, 90],
    ['00:30', { as: 'duration', unit: 'seconds' }, 1_800],
    ['1:02:03', { as: 'duration', unit: 'seconds' }, 3_723],
    ['-1', { as: 'duration', unit: 'seconds' }, 'is no duration'],
    [25, { as: 'duration', unit: 'hours' }, 'is longer than a day'],
  ])('%j read as %j lasts %j', (value, read, seconds) => {
    expect(outcome(value, rule('call', 'talkSeconds', read))).toBe(seconds);
  });

  it.each([
    ['2026-11-18', '2026-11-18'],
    ['2026-07-18T23:30:00Z', '2026-07-19'],
    [1_784_417_400_000, '2026-07-19'],
    ['1784417400', '2026-07-19'],
    ['2026-02-30', 'is no day'],
    ['18.11.2026', 'is no day'],
  ])('%j falls on %j', (value, day) => {
    expect(outcome(value, rule('deal', 'closedOn', { as: 'date' }))).toBe(day);
  });

  it.each([
    ['2026-11-18T10:00:00+01:00', Date.UTC(2026, 10, 18, 9)],
    ['2026-11-18 10:00:00', Date.UTC(2026, 10, 18, 10)],
    [Date.UTC(2026, 10, 18) / 1_000, Date.UTC(2026, 10, 18)],
    ['soon', 'is no time'],
    ['1066-10-14T09:00:00Z', 'is no time'],
  ])('%j is the moment %j', (value, moment) => {
    expect(outcome(value, rule('meeting', 'startsAt', { as: 'time' }))).toBe(moment);
  });

  it.each([
    ['Ada@Example.com', 'email:ada@example.com'],
    [77_001, 'source-3:77001'],
    [{ id: 7 }, 'holds several values: take one of those in it'],
  ])('%j is somebody: %j', (value, identity) => {
    expect(outcome(value, rule('deal', 'owner', { as: 'person' }))).toBe(identity);
  });

  it('means what a table says, whatever its capitals', () => {
    const rows = [{ from: 'Demo', to: 'held' }];
    const told = (otherwise: string | null) =>
      rule('meeting', 'status', { as: 'table', rows, otherwise });
    expect(outcome(' demo ', told(null))).toBe('held');
    expect(outcome('Lunch', told(null))).toBe('stands in no row of the table');
    expect(outcome('Lunch', told('booked'))).toBe('booked');
    expect(outcome('Lunch', told('perhaps'))).toBe('is none of booked, held, no-show, cancelled');
  });

  it.each<[unknown, FieldRule, unknown]>([
    ['yes', rule('email', 'automated', { as: 'yes-no' }), true],
    [0, rule('email', 'automated', { as: 'yes-no' }), false],
    ['perhaps', rule('email', 'automated', { as: 'yes-no' }), 'is neither yes nor no'],
    ['roi; demo', rule('call', 'tags', { as: 'list' }), ['roi', 'demo']],
    [['roi', 7], rule('call', 'tags', { as: 'list' }), ['roi', '7']],
    [[{}], rule('call', 'tags', { as: 'list' }), 'is no list of texts'],
    ['4.5', rule('call', 'custom.score', { as: 'number' }), 4.5],
    ['four', rule('call', 'custom.score', { as: 'number' }), 'is no number'],
    ['eur', rule('deal', 'currency', { as: 'text' }), 'EUR'],
    ['euro', rule('deal', 'currency', { as: 'text' }), 'is no currency, e.g. EUR'],
    ['won', rule('deal', 'status', { as: 'text' }), 'won'],
    ['Won', rule('deal', 'status', { as: 'text' }), 'is none of open, won, lost'],
  ])('%j for %j is %j', (value, told, expected) => {
    expect(outcome(value, told)).toEqual(expected);
  });
});
