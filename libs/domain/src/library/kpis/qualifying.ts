import { countUnit, callEnded, counter, on, proportionOf, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { named } from './of-won.js';

const category = 'Lead generation and qualifying';

/** How leads are qualified, by whom or by themselves. */
export const QUALIFYING_KPIS: readonly Kpi[] = [
  {
    id: 'K013',
    key: 'qualifying_activity',
    name: 'Qualifying activity',
    category,
    meaning: 'How much is done to find out who is worth selling to.',
    formula: 'Calls with the purpose qualification, and forms filled in, added up',
    counts: 'The day the call ended, the day the form was submitted.',
    tells: 'growth',
    roles: ['SDR'],
    needs: ['calls with their purpose', 'forms'],
    example: '18 calls and 7 forms: 25.',
    metric: sumOf(
      'qualifying_activity',
      'Qualifying activity',
      countUnit('activity', 'activities'),
      'leading',
      { qualifying_calls: 1, forms_submitted: 1 },
    ),
    measures: [
      counter(
        'qualifying_calls',
        { one: 'qualifying call', many: 'qualifying calls' },
        { record: 'call', when: 'call.purpose == "qualification"', dates: callEnded },
      ),
      counter(
        'forms_submitted',
        { one: 'form', many: 'forms' },
        { record: 'form', dates: on('submittedAt') },
      ),
    ],
  },
  {
    id: 'K019',
    key: 'users_to_mql',
    name: 'Users to MQLs',
    category,
    meaning: 'How many of those who sign up by themselves does marketing find worth talking to.',
    formula: 'Users that became an MQL, divided by all users that signed up',
    counts: 'The day of the sign-up, also for what came of it later.',
    tells: 'performance',
    roles: ['marketing'],
    needs: ['leads with their status and when they signed up'],
    example: '150 users, 9 of them an MQL: 6 %.',
    metric: proportionOf(
      'users_to_mql',
      'Users to MQLs',
      'leading',
      { users_to_mql: 1 },
      { users_signed_up: 1 },
    ),
    measures: [
      counter(
        'users_signed_up',
        { one: 'user signed up', many: 'users signed up' },
        { record: 'lead', when: 'has(lead.signedUpAt)', dates: on('signedUpAt') },
      ),
      counter('users_to_mql', named('of them MQL'), {
        record: 'lead',
        when: 'has(lead.signedUpAt)',
        reached: [{ field: 'status', values: ['mql', 'sal', 'sql', 'converted'] }],
        dates: on('signedUpAt'),
      }),
    ],
  },
];
