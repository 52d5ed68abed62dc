import { describe, expect, it } from 'vitest';
import { closestKpis, fits, groupKpis, NO_FILTER, searchKpis } from './find-kpis.js';
import { kpiCard } from './kpi-card.fixture.js';

const winRate = kpiCard('win_rate_closed', { name: 'Win rate', formula: 'Won of all decided' });
const byValue = kpiCard('win_rate_value', { name: 'Win rate by value' });
const velocity = kpiCard('sales_velocity', {
  name: 'Sales velocity',
  formula: 'Deals times win rate times their size, divided by the days they take',
  category: 'Pipeline',
});
const rewin = kpiCard('winback', { name: 'Clients won back', meaning: 'Who left and came again.' });
const resume = kpiCard('resume', { name: 'Résumés read', id: 'K099' });
const all = [velocity, winRate, byValue, rewin, resume];

describe('searchKpis', () => {
  const found = (text: string) => searchKpis(all, text).map(({ key }) => key);

  it('keeps the order of the library until something is looked for', () => {
    expect(searchKpis(all, '  ')).toBe(all);
  });

  it.each([
    ['win rate', ['win_rate_closed', 'win_rate_value', 'sales_velocity']],
    ['rate win', ['win_rate_closed', 'win_rate_value', 'sales_velocity']],
    ['value', ['win_rate_value']],
    ['inba', ['winback']],
    ['win_rate_value', ['win_rate_value']],
    ['came again', ['winback']],
    ['RESUMES', ['resume']],
    ['k099', ['resume']],
    ['gallop', []],
  ])('%s: first whose name says it, then who is described so', (text, keys) => {
    expect(found(text)).toEqual(keys);
  });
});

describe('closestKpis', () => {
  it.each([
    ['rate by values of clients', ['win_rate_value']],
    ['rate gallop', ['win_rate_closed', 'win_rate_value', 'sales_velocity']],
    ['résumé gallop', ['resume']],
    ['gallop unicorn', []],
  ])('%s: those that have the most of it', (text, keys) => {
    expect(closestKpis(all, text).map(({ key }) => key)).toEqual(keys);
  });
});

describe('fits', () => {
  const kpi = kpiCard('calls', { timing: 'leading', roles: ['SDR', 'ISR'], inUse: true });

  it('takes whatever nothing is asked of', () => {
    expect(fits(kpi, NO_FILTER)).toBe(true);
  });

  it.each([
    [{ timing: 'leading', role: 'ISR', onlyInUse: true } as const, true],
    [{ timing: 'lagging' } as const, false],
    [{ role: 'AE' }, false],
    [{ category: 'Pipeline' }, false],
    [{ category: 'Closing deals' }, true],
  ])('%o: %s', (asked, answer) => {
    expect(fits(kpi, { ...NO_FILTER, ...asked })).toBe(answer);
  });
});

describe('groupKpis', () => {
  it('puts the heading of the best first', () => {
    expect(groupKpis([winRate, velocity, byValue])).toEqual([
      { category: 'Closing deals', kpis: [winRate, byValue] },
      { category: 'Pipeline', kpis: [velocity] },
    ]);
  });
});
