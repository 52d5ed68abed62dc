import { describe, expect, it } from 'vitest';
import type { BusinessDate } from '../../time/business-date.js';
import { AFTERWARDS, RULES, at, entry, local, paid, people, person } from '../contest.fixture.js';
import { judge } from '../judge.js';
import type { RosterPerson } from '../roster.js';
import type { ContestRules } from '../rules/contest-rules.js';

const day = (text: string) => text as BusinessDate;
const streak = (freezes = 0): ContestRules => ({
  ...RULES,
  format: { kind: 'streak', minimums: [{ metric: 'deals', atLeast: 2 }], freezes },
  window: { from: local('2026-11-16T00:00'), until: local('2026-12-01T00:00'), zone: 'own' },
  prizes: [{ kind: 'steps', steps: [{ at: 5, amount: 1_000, item: null }], pays: 'highest' }],
});
/** Two deals at noon UTC on each of these days of November. */
const metOn = (...days: readonly number[]) =>
  days.map((date, index) => {
    const noon = at(`2026-11-${date}T12:00`);
    return entry(index + 1, 1, 0, 2, { at: noon, recordedAt: noon });
  });
const runs = (
  entries: ReturnType<typeof metOn>,
  facts: Partial<RosterPerson> = {},
  { now = AFTERWARDS, freezes = 0 } = {},
) => {
  const roster = { ...people(), people: [person(1, 'ada', facts)] };
  const { detail } = judge(streak(freezes), roster, entries, now);
  return detail?.kind === 'streak' ? detail.runs[0] : undefined;
};

describe('a streak', () => {
  it('goes over a weekend and a holiday: Monday to Friday, Monday off, Tuesday is 6', () => {
    const holidays = [day('2026-11-23')];
    expect(runs(metOn(16, 17, 18, 19, 20, 24), { holidays })?.longest).toBe(6);
    expect(runs(metOn(16, 17, 18, 19, 20, 24))?.longest).toBe(5);
  });

  it('is not longer for a Saturday, nor broken by days away', () => {
    const away = { kind: 'sick', from: day('2026-11-18'), until: day('2026-11-19') } as const;
    const calendar = { workingDays: null, absences: [away] };
    expect(runs(metOn(16, 17, 20, 21, 23), { calendar })?.longest).toBe(4);
  });

  it('takes the days of who works on others', () => {
    const calendar = { workingDays: [6, 7], absences: [] };
    expect(runs(metOn(21, 22, 28), { calendar })?.longest).toBe(3);
  });

  it('is not broken by a day that is not over', () => {
    const morning = { now: at('2026-11-19T09:00') };
    const evening = { now: at('2026-11-20T00:00') };
    expect(runs(metOn(16, 17, 18), {}, morning)?.current).toBe(3);
    expect(runs(metOn(16, 17, 18), {}, evening)?.current).toBe(0);
    expect(runs(metOn(16, 17, 18), {}, evening)?.longest).toBe(3);
  });

  it('keeps a run over as many days as it may be frozen', () => {
    expect(runs(metOn(16, 17, 19), {}, { freezes: 1 })).toMatchObject({
      longest: 3,
      freezesLeft: 0,
    });
    expect(runs(metOn(16, 19), {}, { freezes: 1 })?.longest).toBe(1);
  });

  it('goes by the clocks where somebody is', () => {
    // 12:00 in UTC is 01:00 of the next day in Auckland: Sunday the 22nd is Monday there.
    expect(runs(metOn(22, 23), { timeZone: 'Pacific/Auckland' })?.longest).toBe(2);
    expect(runs(metOn(22, 23))?.longest).toBe(1);
  });

  it('ends with a day of which something is taken back, and pays steps', () => {
    const ada = people('ada');
    const met = metOn(16, 17, 18, 19, 20);
    expect(paid(judge(streak(), ada, met, AFTERWARDS))).toEqual(['ada 1000']);
    const back = entry(9, 1, 0, -1, { at: met[2]!.at, recordedAt: met[2]!.at });
    expect(paid(judge(streak(), ada, [...met, back], AFTERWARDS))).toEqual([]);
  });
});
