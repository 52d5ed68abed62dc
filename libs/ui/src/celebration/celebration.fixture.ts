import type { Celebration } from '@bellwether/contracts';

/** A celebration with everything filled in. */
export function celebration(deal: Partial<Celebration> & Pick<Celebration, 'id'>): Celebration {
  return {
    kind: 'deal-won',
    person: { id: 2, name: 'Tomás Figueiredo', shortName: 'Tomás', photoUrl: null, team: null },
    amount: 4_860_000,
    currency: 'EUR',
    minorDigits: 2,
    deal: '3-year service contract',
    account: 'Orsini Logistica',
    standing: null,
    happenedAt: 0,
    arrivedAt: 0,
    ...deal,
  };
}
