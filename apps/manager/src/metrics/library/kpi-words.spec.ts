import { describe, expect, it } from 'vitest';
import { kpiCard } from './kpi-card.fixture.js';
import { rolesOf, roleText, shortRole } from './kpi-words.js';

describe('the words of a figure', () => {
  it('name roles in one order, and one that is new last', () => {
    const kpis = [
      kpiCard('a', { roles: ['executive', 'partner', 'AE'] }),
      kpiCard('b', { roles: ['AE', 'SDR'] }),
    ];
    expect(rolesOf(kpis)).toEqual(['SDR', 'AE', 'executive', 'partner']);
  });

  it.each([
    ['AE', 'AE', 'Account executives'],
    ['marketing', 'Marketing', 'Marketing'],
    ['partner', 'partner', 'partner'],
  ])('%s: %s on a chip, %s in a sentence', (role, short, whole) => {
    expect([shortRole(role), roleText(role)]).toEqual([short, whole]);
  });
});
