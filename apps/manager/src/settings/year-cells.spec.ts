import type { OrganisationReply } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { yearCells, yearLength } from './year-cells.js';

type Named = OrganisationReply['week'];

const named = (key: string, label: string, startsOn: string, endsOn: string): Named => ({
  kind: 'month',
  key,
  label,
  startsOn,
  endsOn,
});

const SHOPS: OrganisationReply['year'] = {
  ...named('FY2027', 'FY27', '2026-02-01', '2027-01-30'),
  quarters: [
    {
      ...named('FY2027-Q1', 'Q1 FY27', '2026-02-01', '2026-05-02'),
      months: [
        named('FY2027-P01', 'P1 FY27', '2026-02-01', '2026-02-28'),
        named('FY2027-P02', 'P2 FY27', '2026-03-01', '2026-04-04'),
        named('FY2027-P03', 'P3 FY27', '2026-04-05', '2026-05-02'),
      ],
    },
  ],
};
const APRIL: OrganisationReply['year'] = {
  ...named('FY2027', 'FY27', '2026-04-01', '2027-03-31'),
  quarters: [
    {
      ...named('FY2027-Q1', 'Q1 FY27', '2026-04-01', '2026-06-30'),
      months: [named('2026-04', 'April', '2026-04-01', '2026-04-30')],
    },
  ],
};

describe('the strip of a year', () => {
  it('has months of whole weeks, and knows which one runs', () => {
    const [quarter] = yearCells(SHOPS, '2026-04-04', 'en-IE');
    expect(quarter?.isNow).toBe(true);
    expect(
      quarter?.months.map(({ name, length, days, isNow }) => [name, length, days, isNow]),
    ).toEqual([
      ['P1', '4 weeks', 28, false],
      ['P2', '5 weeks', 35, true],
      ['P3', '4 weeks', 28, false],
    ]);
    expect(yearLength(SHOPS)).toBe('52 weeks');
  });

  it('has months of the calendar by their names', () => {
    const [quarter] = yearCells(APRIL, '2026-11-22', 'en-IE');
    expect(quarter?.months).toMatchObject([{ name: 'Apr', length: '', days: 30, isNow: false }]);
    expect(yearLength(APRIL)).toBeNull();
  });
});
