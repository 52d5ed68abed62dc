import type { Example, ExampleRecord } from '../example.js';
import { at, many, on, told } from '../example.js';

function trial(name: string, about: Readonly<Record<string, unknown>>): ExampleRecord[] {
  return told('trial', name, at(30), about);
}

/** Six evaluated, four of them with success; one of these means to buy in five months. */
const EVALUATED = many(6, (number) =>
  trial(`trial-${number}`, {
    completedAt: at(8),
    evaluatedAt: at(10),
    successful: number < 4,
    ...(number < 4 && { intentBy: number < 3 ? on(9, 2) : on(10, 5) }),
  }),
).flat();

export const TRIAL_EXAMPLES: readonly Example[] = [
  {
    kpi: 'pocs_passed',
    expected: 5,
    records: many(7, (number) =>
      trial(`trial-${number}`, {
        status: number < 5 ? 'passed' : 'failed',
        completedAt: at(9),
      }),
    ).flat(),
  },
  {
    kpi: 'time_in_poc',
    expected: 28,
    records: [21, 28, 35].flatMap((days) =>
      trial(`trial-${days}`, { startedAt: at(29 - days), completedAt: at(29) }),
    ),
  },
  {
    kpi: 'poc_goals_accomplished',
    expected: 6 / 8,
    records: [
      ...trial('a', { status: 'running', startedAt: at(4), goals: 5, goalsMet: 4 }),
      ...trial('b', { status: 'running', startedAt: at(5), goals: 3, goalsMet: 2 }),
    ],
  },
  {
    kpi: 'poc_cost_per_accomplished',
    expected: 7_500,
    records: many(5, (number) =>
      trial(`trial-${number}`, {
        status: number < 2 ? 'passed' : 'failed',
        completedAt: at(9),
        cost: '3000.00',
        currency: 'EUR',
      }),
    ).flat(),
  },
  { kpi: 'successful_poc_evaluations', expected: 3, records: EVALUATED },
  { kpi: 'poc_success_ratio', expected: 3 / 6, records: EVALUATED },
  {
    kpi: 'time_in_evaluation',
    expected: 6,
    records: [3, 9].flatMap((days) =>
      trial(`trial-${days}`, { completedAt: at(4), evaluatedAt: at(4 + days) }),
    ),
  },
  {
    kpi: 'poc_cost_per_successful',
    expected: 5_000,
    records: many(5, (number) =>
      trial(`trial-${number}`, {
        completedAt: at(8),
        evaluatedAt: at(10),
        successful: number < 3,
        intentBy: on(1, 1),
        cost: '3000.00',
        currency: 'EUR',
      }),
    ).flat(),
  },
  {
    kpi: 'conversion_to_paid',
    expected: 12 / 80,
    records: many(80, (number) =>
      trial(`trial-${number}`, {
        startedAt: at(4),
        ...(number < 12 && { paidAt: at(9, '10:00', 2) }),
      }),
    ).flat(),
  },
];
