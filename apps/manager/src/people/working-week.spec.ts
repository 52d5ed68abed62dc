import { describe, expect, it } from 'vitest';
import { absenceText, partAbsences, type Absence } from './absence-list.js';
import { weekdays, withDay } from './working-week.js';

describe('a working week', () => {
  it('begins on Monday, in the words of the place', () => {
    expect(weekdays('en-IE').map(({ short }) => short)).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
    expect(weekdays('de')[0]?.long).toBe('Montag');
  });

  it.each([
    ['a day less', null, 5, false, [1, 2, 3, 4]],
    ['a day more', [1, 2], 7, true, [1, 2, 7]],
    ["everybody's again", [1, 2, 3, 4], 5, true, null],
    ['no day, which is nobody', [3], 3, false, 'no-day'],
  ] as const)('has %s', (_, before, day, works, after) => {
    expect(withDay(before, day, works)).toEqual(after);
  });
});

const away = (from: string, until: string): Absence => ({ kind: 'holiday', from, until });

describe('an absence', () => {
  it.each([
    [away('2026-11-19', '2026-11-19'), '19 November'],
    [away('2026-07-01', '2026-07-14'), '1 to 14 July'],
    [away('2026-07-28', '2026-08-02'), '28 July to 2 August'],
    [away('2026-12-28', '2027-01-02'), '28 December 2026 to 2 January 2027'],
    [away('2027-03-01', '2027-03-05'), '1 to 5 March 2027'],
  ])('is told by its days', (absence, text) => {
    expect(absenceText(absence, '2026-11-19', 'en-IE')).toBe(text);
  });

  it('is over after its last day', () => {
    const [before, now] = [away('2026-07-01', '2026-11-18'), away('2026-11-01', '2026-11-19')];
    expect(partAbsences([before, now], '2026-11-19')).toEqual({ past: [before], ahead: [now] });
  });
});
