import {
  averageOf,
  callEnded,
  countUnit,
  counter,
  created,
  entered,
  HAND_WRITTEN,
  meetingHeld,
  on,
  one,
  owner,
  proportionOf,
  shareOf,
  sumOf,
} from '../definition-parts.js';
import type { CreditRule, MeasureDefinition } from '../../measures/measure.js';
import { builtIn } from '../built-in-metric.js';
import type { Kpi } from '../kpi.js';

const category = 'Lead generation and qualifying';
const passer: CreditRule = { kind: 'field', fields: ['passedBy', 'owner'] };
/** How long a lead of one kind may take to be qualified, in days. */
const MATURE_DAYS = 30;

/** Leads that became something, and those of them that were qualified in time. */
export function cohort(
  status: string,
  name: string,
): readonly [MeasureDefinition, MeasureDefinition] {
  const rule = { record: 'lead', dates: [entered('status', status)] } as const;
  const became = { one: `lead that became ${name}`, many: `leads that became ${name}` };
  const qualified = {
    one: `lead that became ${name} and SQL within ${MATURE_DAYS} days`,
    many: `leads that became ${name} and SQL within ${MATURE_DAYS} days`,
  };
  const reached = [{ field: 'status', values: ['sql', 'converted'], withinDays: MATURE_DAYS }];
  return [
    counter(`${status}_cohort`, became, rule),
    counter(`${status}_cohort_to_sql`, qualified, { ...rule, reached }),
  ];
}

function toSql(id: string, status: string, name: string, long: string, example: string): Kpi {
  const key = `${status}_to_sql`;
  return {
    id,
    key,
    name: `${name} to SQL`,
    category,
    meaning: `How many of the ${long} turn out to be worth selling to.`,
    formula: `${name}s that became an SQL within ${MATURE_DAYS} days, divided by all ${name}s`,
    counts: `The day a lead became ${name}, also for what came of it later; the last ${MATURE_DAYS} days are not ripe yet.`,
    tells: 'performance',
    roles: ['marketing', 'SDR'],
    needs: ['leads with their status'],
    example,
    metric: proportionOf(
      key,
      `${name} to SQL`,
      'leading',
      { [`${status}_cohort_to_sql`]: 1 },
      { [`${status}_cohort`]: 1 },
    ),
    measures: cohort(status, name),
  };
}

export const LEAD_KPIS: readonly Kpi[] = [
  {
    id: 'K001',
    key: 'leads_created',
    name: 'Leads created',
    category,
    meaning: 'How many new leads came in.',
    formula: 'Number of leads; one that was merged into another is no second one',
    counts: 'The day the lead was created.',
    tells: 'growth',
    roles: ['SDR', 'marketing'],
    needs: ['leads'],
    example: '14 on Monday, 9 on Tuesday and 17 on Wednesday; one is merged into another: 39.',
    metric: builtIn('leads_created'),
    measures: [],
  },
  {
    id: 'K003',
    key: 'mqls_created',
    name: 'MQLs created',
    category,
    meaning: 'How many leads marketing found worth talking to.',
    formula: 'Number of leads that became marketing-qualified',
    counts: 'The day a lead becomes an MQL for the first time; coming back to it is no second one.',
    tells: 'growth',
    roles: ['marketing', 'SDR'],
    needs: ['leads with their status'],
    example: '62 leads became an MQL in May, and 5 of them once more: 62.',
    metric: sumOf('mqls_created', 'MQLs created', countUnit('MQL', 'MQLs'), 'leading'),
    measures: [
      counter(
        'mqls_created',
        { one: 'MQL', many: 'MQLs' },
        { record: 'lead', dates: [entered('status', 'mql')] },
      ),
    ],
  },
  {
    id: 'K005',
    key: 'lead_cycle_time',
    name: 'Lead cycle time',
    category,
    meaning: 'How long it takes until a new lead is qualified.',
    formula: 'Days from creation to SQL, added up, divided by the leads qualified',
    counts: 'The day a lead becomes an SQL; open leads are not in it.',
    tells: 'performance',
    roles: ['SDR', 'marketing'],
    needs: ['leads with their status and the day they were created'],
    example: 'Three leads took 2, 5 and 14 days: 7 days.',
    metric: averageOf('lead_cycle_time', 'Lead cycle time', {
      unit: { kind: 'days' },
      timing: 'leading',
      direction: 'lower',
      total: { lead_cycle: 1 },
      count: { leads_cycled: 1 },
    }),
    measures: leadCycle(),
  },
  {
    id: 'K007',
    key: 'lead_quality',
    name: 'Lead quality',
    category,
    meaning: 'How many of the leads that were worked on were worth it.',
    formula: 'Leads that became an SQL, divided by the leads that somebody got in touch with',
    counts: 'The day the lead was created, also for what came of it later.',
    tells: 'performance',
    roles: ['SDR', 'marketing'],
    needs: ['leads with their status and their first touch'],
    example: '32 of 40 leads were worked on and 8 of them became an SQL: 25 %.',
    metric: proportionOf(
      'lead_quality',
      'Lead quality',
      'leading',
      { worked_leads_to_sql: 1 },
      { leads_worked: 1 },
    ),
    measures: [
      counter(
        'leads_worked',
        { one: 'lead worked on', many: 'leads worked on' },
        { record: 'lead', when: 'has(lead.touchedAt)', dates: created },
      ),
      counter(
        'worked_leads_to_sql',
        { one: 'of them SQL', many: 'of them SQLs' },
        {
          record: 'lead',
          when: 'has(lead.touchedAt)',
          reached: [{ field: 'status', values: ['sql', 'converted'] }],
          dates: created,
        },
      ),
    ],
  },
  {
    id: 'K011',
    key: 'session_to_lead_conversion',
    name: 'Sessions to leads',
    category,
    meaning: 'How often getting in touch ends in a lead.',
    formula: 'Leads created, divided by the people or accounts somebody was in touch with',
    counts: 'Both in the same period.',
    tells: 'performance',
    roles: ['SDR', 'ISR'],
    needs: ['leads', 'calls, e-mails or meetings with their account or contact'],
    example: '240 sessions and 12 leads: 5 %.',
    metric: shareOf(
      'session_to_lead_conversion',
      'Sessions to leads',
      'leading',
      { leads_created: 1 },
      { opportunity_sessions: 1 },
    ),
    measures: [sessions()],
  },
  {
    id: 'K010',
    key: 'unique_opportunity_sessions',
    name: 'Opportunity sessions',
    category,
    meaning: 'With how many accounts or people somebody was in touch, each once a day.',
    formula: 'Number of accounts (or contacts) called, written to or met; one a day each',
    counts: 'The day of the first touch.',
    tells: 'growth',
    roles: ['SDR', 'ISR'],
    needs: ['calls, e-mails or meetings with their account or contact'],
    example: 'A call and an e-mail to Acme, a call to Bolt, a meeting at Core: 3 sessions.',
    metric: sumOf(
      'unique_opportunity_sessions',
      'Opportunity sessions',
      countUnit('session', 'sessions'),
      'leading',
      { opportunity_sessions: 1 },
    ),
    measures: [sessions()],
  },
  {
    id: 'K014',
    key: 'sqls_created',
    name: 'SQLs created',
    category,
    meaning: 'How many leads were found worth selling to.',
    formula: 'Number of leads that became sales-qualified',
    counts: 'The day a lead becomes an SQL for the first time.',
    tells: 'growth',
    roles: ['SDR', 'marketing', 'manager'],
    needs: ['leads with their status'],
    example: '4, 6 and 5 leads in three weeks: 15.',
    metric: builtIn('leads_qualified'),
    measures: [],
  },
  toSql(
    'K015',
    'mql',
    'MQL',
    'leads that marketing hands on',
    '120 leads became an MQL in January, 30 of them an SQL within 30 days: 25 %.',
  ),
  toSql('K016', 'pql', 'PQL', 'leads that tried the product', '14 of 40 PQLs became an SQL: 35 %.'),
  toSql(
    'K017',
    'iql',
    'IQL',
    'leads that asked for information',
    '9 of 200 IQLs became an SQL: 4.5 %.',
  ),
  {
    id: 'K020',
    key: 'mql_to_sal',
    name: 'MQL to SAL',
    category,
    meaning: 'How many of the leads handed over does sales accept.',
    formula: 'Leads accepted by sales, divided by the leads handed over',
    counts: 'The day a lead was handed over; a rejected or waiting one stays in.',
    tells: 'performance',
    roles: ['marketing', 'SDR', 'manager'],
    needs: ['leads with their status and when they were handed over'],
    example: '80 leads handed over, 52 accepted, 20 rejected, 8 waiting: 65 %.',
    metric: proportionOf(
      'mql_to_sal',
      'MQL to SAL',
      'leading',
      { passed_leads_accepted: 1 },
      { leads_passed: 1 },
    ),
    measures: [
      passed(),
      counter(
        'passed_leads_accepted',
        { one: 'of them accepted', many: 'of them accepted' },
        {
          record: 'lead',
          credit: passer,
          when: 'has(lead.passedAt)',
          reached: [{ field: 'status', values: ['sal', 'sql', 'converted'] }],
          dates: on('passedAt'),
        },
      ),
    ],
  },
  {
    id: 'K024',
    key: 'leads_passed',
    name: 'Leads passed on',
    category,
    meaning: 'How many leads were handed over to those who sell.',
    formula: 'Number of leads handed over',
    counts: 'The day of the hand-over, for whoever handed it over.',
    tells: 'growth',
    roles: ['SDR'],
    needs: ['leads with when they were handed over'],
    example: '11 leads handed over: 11.',
    metric: sumOf('leads_passed', 'Leads passed on', countUnit('lead', 'leads'), 'leading'),
    measures: [passed()],
  },
  {
    id: 'K025',
    key: 'sales_accepted_leads',
    name: 'Sales-accepted leads',
    category,
    meaning: 'How many leads those who sell took over.',
    formula: 'Number of leads accepted by sales',
    counts: 'The day a lead is accepted, for whoever handed it over.',
    tells: 'growth',
    roles: ['SDR', 'marketing'],
    needs: ['leads with their status'],
    example: '9 of 11 leads handed over were accepted: 9.',
    metric: sumOf(
      'sales_accepted_leads',
      'Sales-accepted leads',
      countUnit('lead', 'leads'),
      'leading',
    ),
    measures: [
      counter(
        'sales_accepted_leads',
        { one: 'lead accepted', many: 'leads accepted' },
        { record: 'lead', credit: passer, dates: [entered('status', 'sal')] },
      ),
    ],
  },
  {
    id: 'K026',
    key: 'conversions_objective',
    name: 'Leads converted',
    category,
    meaning: 'How many leads became an opportunity.',
    formula: 'Number of leads converted',
    counts: 'The day a lead is converted.',
    tells: 'growth',
    roles: ['SDR', 'ISR'],
    needs: ['leads with their status'],
    example: '5 leads became opportunities: 5.',
    metric: sumOf(
      'conversions_objective',
      'Leads converted',
      countUnit('lead', 'leads'),
      'leading',
      { leads_converted: 1 },
    ),
    measures: [
      counter(
        'leads_converted',
        { one: 'lead converted', many: 'leads converted' },
        { record: 'lead', dates: [entered('status', 'converted')] },
      ),
    ],
  },
];

function passed(): MeasureDefinition {
  return counter(
    'leads_passed',
    { one: 'lead passed on', many: 'leads passed on' },
    { record: 'lead', credit: passer, when: 'has(lead.passedAt)', dates: on('passedAt') },
  );
}

/** One a day with the same account; with the same contact where no account is known. */
function sessions(): MeasureDefinition {
  return {
    key: 'opportunity_sessions',
    unit: 'count',
    words: { one: 'session', many: 'sessions' },
    distinctBy: ['account', 'contact'],
    rules: [
      { record: 'call', credit: owner, dates: callEnded, amount: one },
      {
        record: 'email',
        when: HAND_WRITTEN,
        credit: owner,
        dates: on('sentAt', 'createdAt'),
        amount: one,
      },
      {
        record: 'meeting',
        when: 'meeting.status == "held"',
        credit: owner,
        dates: meetingHeld,
        amount: one,
      },
    ],
  };
}

function leadCycle(): readonly MeasureDefinition[] {
  const qualified = [entered('status', 'sql')];
  const rule = {
    record: 'lead',
    span: { from: created, to: qualified },
    dates: qualified,
  } as const;
  return [
    {
      key: 'lead_cycle',
      unit: 'duration',
      words: { one: 'from creation to SQL', many: 'from creation to SQL' },
      rules: [{ ...rule, credit: owner, amount: { kind: 'span' } }],
    },
    counter('leads_cycled', { one: 'lead qualified', many: 'leads qualified' }, rule),
  ];
}
