import type { Example } from '../example.js';
import { at, life, many } from '../example.js';

export const QUALIFYING_EXAMPLES: readonly Example[] = [
  {
    kpi: 'qualifying_activity',
    expected: 25,
    records: [
      ...many(20, (number) => ({
        type: 'call',
        externalId: `call-${number}`,
        endedAt: at(4),
        purpose: number < 18 ? 'qualification' : 'renewal',
      })),
      ...many(7, (number) => ({ type: 'form', externalId: `form-${number}`, submittedAt: at(5) })),
    ],
  },
  {
    kpi: 'users_to_mql',
    expected: 0.06,
    records: many(160, (number) =>
      life(
        'lead',
        `user-${number}`,
        [at(4), { status: 'new', ...(number < 150 && { signedUpAt: at(4) }) }],
        // One goes past it at once.
        ...(number < 8 || number === 155 ? ([[at(9), { status: 'mql' }]] as const) : []),
        ...(number === 8 ? ([[at(2, '10:00', 2), { status: 'sql' }]] as const) : []),
      ),
    ).flat(),
  },
];
