import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDaysOff, withDaysOff } from './read-days-off.js';

const told = (text: string) => readDaysOff(text).days.map(({ date, name }) => `${date} ${name}`);

describe('pasted days off', () => {
  it.each([
    ['2026-12-25 Christmas Day', '2026-12-25 Christmas Day'],
    ['2026-12-25;Christmas Day', '2026-12-25 Christmas Day'],
    ['2026-12-25, Christmas Day', '2026-12-25 Christmas Day'],
    ['2026-12-25\tChristmas\u00a0 Day', '2026-12-25 Christmas Day'],
    ['2026-12-25', '2026-12-25 Day off'],
    ['25.12.2026 Weihnachten', '2026-12-25 Weihnachten'],
    ['1.5.2026: Tag der Arbeit', '2026-05-01 Tag der Arbeit'],
    [`2026-12-25 ${'x'.repeat(80)}`, `2026-12-25 ${'x'.repeat(60)}`],
  ])('%j are %s', (line, day) => expect(told(line)).toEqual([day]));

  it('are in the order of time, each once, by the name that came last', () => {
    expect(told('2026-12-26 B\n\n2026-12-25 A\r\n2026-12-26 C')).toEqual([
      '2026-12-25 A',
      '2026-12-26 C',
    ]);
  });

  it.each(['Christmas', '2026-02-30 No day', '12/25/2026 Which month is it?', '2026-13-01'])(
    'are not %j, which is told',
    (line) => expect(readDaysOff(line)).toEqual({ days: [], unread: [line] }),
  );
});

const file = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]) =>
  ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

describe('days off of a calendar file', () => {
  it.each([
    [['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas Day'], ['2026-12-25 Christmas Day']],
    [
      ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227', 'SUMMARY:Christmas'],
      ['2026-12-25 Christmas', '2026-12-26 Christmas'],
    ],
    [['DTSTART:20261231T000000Z', 'SUMMARY:Eve\\, closed'], ['2026-12-31 Eve, closed']],
    [['DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christ', ' mas Day'], ['2026-12-25 Christmas Day']],
    [['DTSTART;VALUE=DATE:20261225'], ['2026-12-25 Day off']],
  ])('%j are %j', (lines, days) => expect(told(file(event(...lines)))).toEqual(days));

  it('leave out what is no day, and tell it', () => {
    const text = file(
      event('DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas Day'),
      event('SUMMARY:Some time'),
      event('DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20261231', 'SUMMARY:The year'),
    );
    const { days, unread } = readDaysOff(text);
    expect([days.length, unread]).toEqual([1, ['Some time', 'The year']]);
  });
});

describe('any text', () => {
  it('is read without an error, and gives days that can be kept', () => {
    const letters = 'BEGIN:VT2026125-.;, \r\nDSUMAR\\é'.split('');
    const some = fc.string({ unit: fc.constantFrom(...letters), maxLength: 120 });
    fc.assert(
      fc.property(some, fc.boolean(), (text, isFile) => {
        const { days } = readDaysOff(isFile ? file(event(text)) : text);
        for (const { date, name } of days) {
          expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(60);
        }
      }),
    );
  });
});

it('days off are put together, the later name counting', () => {
  const known = [
    { date: '2026-12-25', name: 'Christmas' },
    { date: '2026-01-01', name: 'New year' },
  ];
  expect(withDaysOff(known, [{ date: '2026-12-25', name: 'Christmas Day' }])).toEqual([
    { date: '2026-01-01', name: 'New year' },
    { date: '2026-12-25', name: 'Christmas Day' },
  ]);
});
