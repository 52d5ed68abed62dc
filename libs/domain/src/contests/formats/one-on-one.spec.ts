import { describe, expect, it } from 'vitest';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  local,
  paid,
  people,
  person,
  prizes,
  standing,
  told,
} from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { Roster, RosterPerson } from '../roster.js';
import type { ContestRules } from '../rules/contest-rules.js';

const duel = (answer: Partial<RosterPerson> = {}): Roster => ({
  ...people(),
  people: [person(1, 'ada'), person(2, 'bea', answer), person(3, 'cem')],
});
const rules: ContestRules = {
  ...RULES,
  format: { kind: 'duel', acceptBy: local('2026-11-23T12:00') },
  prizes: [{ kind: 'places', places: prizes(1_000) }],
};
const played = [entry(1, 1, 1, 5), entry(2, 2, 4, 3), entry(3, 1, 5, 2), entry(4, 3, 6, 50)];

describe('a duel', () => {
  it('counts from when it is accepted, and only the two', () => {
    const result = judge(rules, duel({ acceptedAt: MONDAY + 2 * HOUR }), played, AFTERWARDS);
    expect(standing(result).slice(0, 2)).toEqual(['1 bea 3', '2 ada 2']);
    expect(paid(result)).toEqual(['bea 1000']);
    expect(result.notCounted.map(({ seq }) => seq)).toEqual([1, 4]);
  });

  it('is shared when nothing decides it', () => {
    const level = [...played, entry(5, 1, 7, 1)];
    const result = judge(rules, duel({ acceptedAt: MONDAY + 2 * HOUR }), level, AFTERWARDS);
    expect(paid(result)).toEqual(['bea 500', 'ada 500']);
  });

  it.each([
    ['declined', { declinedAt: MONDAY + 3 * HOUR }, 3],
    ['not accepted in time', {}, 12],
    ['accepted too late', { acceptedAt: MONDAY + 13 * HOUR }, 12],
  ])('is off when it is %s', (_, answer, hour) => {
    const result = judge(rules, duel(answer), played, AFTERWARDS);
    expect(paid(result)).toEqual([]);
    expect(result.endsAt).toBe(MONDAY + hour * HOUR);
    expect(result.standings.find(({ name }) => name === 'bea')?.status).toBe('out');
  });

  it('waits for an answer', () => {
    const result = judge(rules, duel(), played, MONDAY + 6 * HOUR);
    expect(result).toMatchObject({ phase: 'running', payouts: [] });
  });

  it('needs no answer where the rules ask for none', () => {
    const open: ContestRules = { ...rules, format: { kind: 'duel', acceptBy: null } };
    expect(paid(judge(open, duel(), played, AFTERWARDS))).toEqual(['ada 1000']);
  });
});

describe('the hill', () => {
  const hill: ContestRules = {
    ...RULES,
    format: { kind: 'king-of-the-hill' },
    prizes: [{ kind: 'places', places: prizes(1_000) }],
  };
  const climbed = [entry(1, 1, 10, 5), entry(2, 2, 20, 5), entry(3, 2, 30, 1), entry(4, 1, 100, 9)];
  const hours = (result: ReturnType<typeof judge>) =>
    result.standings.map(({ name, score }) => `${name} ${score / HOUR}`);

  it('is held until somebody gets ahead; to be level is not enough', () => {
    const result = judge(hill, people('ada', 'bea', 'cem'), climbed, AFTERWARDS);
    expect(hours(result)).toEqual(['ada 88', 'bea 70', 'cem 0']);
    expect(told(result).filter((event) => event.includes('hill'))).toEqual([
      'took-the-hill 1 @10',
      'took-the-hill 2 @30',
      'took-the-hill 1 @100',
    ]);
    expect(paid(result)).toEqual(['ada 1000']);
  });

  it('is held as long as it is now', () => {
    const result = judge(hill, people('ada', 'bea'), climbed, MONDAY + 32 * HOUR);
    expect(hours(result)).toEqual(['ada 20', 'bea 2']);
    expect(result.detail).toEqual({ kind: 'king-of-the-hill', king: 2, since: MONDAY + 30 * HOUR });
  });

  it('goes to the next one when the king’s deal is taken back', () => {
    const back = [...climbed, entry(5, 1, 110, -13)];
    const result = judge(hill, people('ada', 'bea', 'cem'), back, AFTERWARDS);
    expect(hours(result)).toEqual(['bea 128', 'ada 30', 'cem 0']);
  });
});
