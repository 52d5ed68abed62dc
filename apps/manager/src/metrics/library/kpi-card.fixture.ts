import type { KpiCard } from '@bellwether/contracts';

/** A figure of the library as tests need it. */
export function kpiCard(key: string, told: Partial<KpiCard> = {}): KpiCard {
  return {
    id: 'K001',
    key,
    name: key.replaceAll('_', ' '),
    category: 'Closing deals',
    meaning: 'How many there were.',
    formula: 'Number of them',
    counts: 'The day it happened.',
    direction: 'higher',
    timing: 'lagging',
    tells: 'growth',
    roles: ['AE'],
    needs: ['deals with their status'],
    example: '3 and 4 are 7.',
    metric: key,
    inUse: false,
    ...told,
  };
}
