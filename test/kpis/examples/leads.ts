import type { Example } from '../example.js';
import { at, life, many, told } from '../example.js';

const lead = (name: string, day: number, month = 0) =>
  [at(day, '10:00', month), { status: 'new', createdAt: at(day, '10:00', month), name }] as const;

/** Leads that came to be `status` in May, so many of them qualified within the time or after it. */
function cohort(status: string, all: number, inTime: number, late: number) {
  return many(all, (number) =>
    life(
      'lead',
      `${status}-${number}`,
      [at(1 + (number % 20)), { status }],
      ...(number < inTime ? [[at(29 + (number % 20), '09:00'), { status: 'sql' }] as const] : []),
      ...(number >= inTime && number < inTime + late
        ? [[at(2 + (number % 20), '10:00', 1), { status: 'sql' }] as const]
        : []),
    ),
  ).flat();
}

export const LEAD_EXAMPLES: readonly Example[] = [
  {
    kpi: 'leads_created',
    expected: 39,
    records: [
      ...many(14, (number) => life('lead', `mon-${number}`, lead('m', 4))),
      ...many(9, (number) => life('lead', `tue-${number}`, lead('t', 5))),
      ...many(17, (number) => life('lead', `wed-${number}`, lead('w', 6))),
      life('lead', 'tue-0', [at(7), { mergedInto: 'mon-0' }]),
    ].flat(),
  },
  {
    kpi: 'mqls_created',
    expected: 62,
    records: many(62, (number) =>
      life(
        'lead',
        `mql-${number}`,
        [at(4), { status: 'mql' }],
        ...(number < 5
          ? ([
              [at(8), { status: 'recycled' }],
              [at(15), { status: 'mql' }],
            ] as const)
          : []),
      ),
    ).flat(),
  },
  {
    kpi: 'lead_cycle_time',
    expected: 7,
    records: [2, 5, 14].flatMap((days) =>
      life('lead', `after-${days}`, lead('l', 4), [at(4 + days), { status: 'sql' }]),
    ),
  },
  {
    kpi: 'lead_quality',
    expected: 8 / 32,
    records: many(40, (number) =>
      life(
        'lead',
        `lead-${number}`,
        lead('l', 4),
        ...(number < 32 ? ([[at(5), { touchedAt: at(5) }]] as const) : []),
        ...(number < 8 ? ([[at(9, '10:00', 1), { status: 'sql' }]] as const) : []),
      ),
    ).flat(),
  },
  {
    kpi: 'unique_opportunity_sessions',
    expected: 3,
    records: [
      { type: 'call', externalId: 'acme', endedAt: at(4), account: 'Acme' },
      { type: 'email', externalId: 'acme', sentAt: at(4, '11:00'), account: 'Acme' },
      { type: 'call', externalId: 'bolt', endedAt: at(4, '12:00'), account: 'Bolt' },
      ...told('meeting', 'core', at(4, '14:00'), {
        status: 'held',
        heldAt: at(4, '14:00'),
        account: 'Core',
      }),
    ],
  },
  {
    kpi: 'session_to_lead_conversion',
    expected: 12 / 240,
    records: [
      ...many(240, (number) => ({
        type: 'call',
        externalId: `call-${number}`,
        endedAt: at(1 + (number % 28)),
        account: `account ${number}`,
      })),
      ...many(12, (number) => life('lead', `lead-${number}`, lead('l', 4))).flat(),
    ],
  },
  {
    kpi: 'sqls_created',
    expected: 15,
    records: [4, 6, 5].flatMap((count, week) =>
      many(count, (number) =>
        life('lead', `sql-${week}-${number}`, [at(4 + 7 * week), { status: 'sql' }]),
      ).flat(),
    ),
  },
  { kpi: 'mql_to_sql', expected: 30 / 120, records: cohort('mql', 120, 30, 8) },
  { kpi: 'pql_to_sql', expected: 14 / 40, records: cohort('pql', 40, 14, 3) },
  { kpi: 'iql_to_sql', expected: 9 / 200, records: cohort('iql', 200, 9, 5) },
  {
    kpi: 'mql_to_sal',
    expected: 52 / 80,
    records: many(80, (number) =>
      life(
        'lead',
        `passed-${number}`,
        [at(4), { status: 'mql', passedAt: at(5) }],
        ...(number < 52 ? ([[at(6, '10:00', 1), { status: 'sal' }]] as const) : []),
        ...(number >= 52 && number < 72 ? ([[at(7), { status: 'rejected' }]] as const) : []),
      ),
    ).flat(),
  },
  {
    kpi: 'leads_passed',
    expected: 11,
    records: many(11, (number) =>
      told('lead', `passed-${number}`, at(5), { passedAt: at(5), status: 'mql' }),
    ).flat(),
  },
  {
    kpi: 'sales_accepted_leads',
    expected: 9,
    records: many(11, (number) =>
      life(
        'lead',
        `accepted-${number}`,
        [at(5), { passedAt: at(5), status: 'mql' }],
        ...(number < 9 ? ([[at(6), { status: 'sal' }]] as const) : []),
      ),
    ).flat(),
  },
  {
    kpi: 'conversions_objective',
    expected: 5,
    records: many(8, (number) =>
      life(
        'lead',
        `lead-${number}`,
        lead('l', 4),
        ...(number < 5 ? ([[at(9), { status: 'converted' }]] as const) : []),
      ),
    ).flat(),
  },
];
