import { describe, expect, it } from 'vitest';
import { workingTimeBetween } from './working-time.js';

const HOUR = 3_600_000;
const dublin = 'Europe/Dublin';
/** November 2026 in Dublin: clocks show UTC; the 20th is a Friday. */
const at = (day: string, time: string) => Date.parse(`2026-11-${day}T${time}:00Z`);

describe('working time between two moments', () => {
  it.each([
    ['within a morning', at('20', '09:00'), at('20', '11:30'), 2.5],
    ['from before work', at('20', '06:00'), at('20', '09:00'), 1],
    ['over a night', at('19', '17:00'), at('20', '09:00'), 2],
    ['over a weekend', at('20', '17:30'), at('23', '08:30'), 1],
    ['on a Sunday', at('22', '10:00'), at('22', '16:00'), 0],
    ['a whole day', at('19', '00:00'), at('20', '00:00'), 10],
    ['backwards', at('20', '11:00'), at('20', '10:00'), 0],
  ])('%s', (_, from, until, hours) => {
    expect(workingTimeBetween(from, until, dublin)).toBe(hours * HOUR);
  });

  it('follows the clocks of the place, also where they are changed', () => {
    // New York is five hours behind: its day begins at 13:00 UTC.
    expect(workingTimeBetween(at('20', '12:00'), at('20', '14:00'), 'America/New_York')).toBe(HOUR);
    // Lisbon changes its clocks in the night to Sunday 25 October: Monday still has ten hours.
    const friday = Date.parse('2026-10-23T17:00:00Z');
    const tuesday = Date.parse('2026-10-27T08:00:00Z');
    expect(workingTimeBetween(friday, tuesday, 'Europe/Lisbon')).toBe(10 * HOUR);
  });
});
