import type { AmountRule, MeasureDefinition, MeasureRule } from '../../measures/measure.js';
import {
  averageOf,
  counter,
  countUnit,
  on,
  owner,
  proportionOf,
  seldom,
  sumOf,
} from '../definition-parts.js';
import type { Kpi } from '../kpi.js';
import { spanned } from './pipeline.js';

const category = 'Trials and evaluations';

const completed = {
  record: 'trial',
  when: 'has(trial.completedAt)',
  dates: on('completedAt'),
} as const;
/** Means to buy within the two longest months that follow each other. */
const SUCCESS =
  'trial.successful && timestamp(trial.intentBy + "T00:00:00Z") - trial.evaluatedAt <= duration("1488h")';

export const trialsBegun = counter(
  'trials_begun',
  { one: 'trial begun', many: 'trials begun' },
  { record: 'trial', when: 'has(trial.startedAt)', dates: on('startedAt') },
);
const passed = counter(
  'trials_passed',
  { one: 'trial passed', many: 'trials passed' },
  {
    record: 'trial',
    when: 'trial.status == "passed" && has(trial.completedAt)',
    dates: on('completedAt'),
  },
);
const evaluated = counter(
  'trials_evaluated',
  { one: 'trial evaluated', many: 'trials evaluated' },
  { record: 'trial', when: 'has(trial.evaluatedAt)', dates: on('completedAt', 'evaluatedAt') },
);
const succeeded = counter(
  'trials_successful',
  { one: 'evaluation that leads to buying', many: 'evaluations that lead to buying' },
  { record: 'trial', when: SUCCESS, dates: on('evaluatedAt') },
);
const cost: MeasureDefinition = {
  key: 'trial_cost',
  unit: 'money',
  words: { one: 'cost of trials', many: 'cost of trials' },
  rules: [{ ...completed, credit: owner, amount: { kind: 'field', field: 'cost' } }],
};

function goals(key: string, words: string, field: string): MeasureDefinition {
  const amount: AmountRule = { kind: 'field', field };
  const rule: MeasureRule = {
    record: 'trial',
    when: 'has(trial.goals) && has(trial.startedAt)',
    credit: owner,
    dates: on('startedAt'),
    amount,
  };
  return { key, unit: 'count', words: { one: words, many: words }, rules: [rule] };
}

export const TRIAL_KPIS: readonly Kpi[] = [
  {
    id: 'K045',
    key: 'pocs_passed',
    name: 'Trials passed',
    category,
    meaning: 'How many trials showed what they were to show.',
    formula: 'Number of trials passed',
    counts: 'The day the trial was completed.',
    tells: 'growth',
    roles: ['SE', 'AE'],
    needs: ['trials with their status and completion'],
    example: '7 trials completed, 5 of them passed: 5.',
    metric: sumOf('pocs_passed', 'Trials passed', countUnit('trial', 'trials'), 'leading', {
      trials_passed: 1,
    }),
    measures: [passed],
  },
  {
    id: 'K047',
    key: 'time_in_poc',
    name: 'Time in trial',
    category,
    meaning: 'How long trials run.',
    formula: 'Days from start to completion, divided by the trials completed',
    counts: 'The day the trial was completed; running ones are not in it.',
    tells: 'performance',
    roles: ['SE', 'manager'],
    needs: ['trials with their start and completion'],
    example: 'Three trials took 21, 28 and 35 days: 28 days.',
    metric: seldom(
      averageOf('time_in_poc', 'Time in trial', {
        unit: { kind: 'days' },
        timing: 'leading',
        direction: 'lower',
        total: { trial_time: 1 },
        count: { trials_timed: 1 },
      }),
    ),
    measures: spanned('trial_time', 'trials_timed', 'from start to completion', {
      ...completed,
      span: { from: on('startedAt'), to: on('completedAt') },
    }),
  },
  {
    id: 'K048',
    key: 'poc_goals_accomplished',
    name: 'Trial goals met',
    category,
    meaning: 'How much of what was agreed the trials have shown.',
    formula: 'Goals met, divided by the goals agreed, all trials together',
    counts: 'The day the trial began, also while it runs.',
    tells: 'performance',
    roles: ['SE', 'AE'],
    needs: ['trials with their goals'],
    example: '4 of 5 goals in one trial and 2 of 3 in another: 6 of 8 is 75 %.',
    metric: proportionOf(
      'poc_goals_accomplished',
      'Trial goals met',
      'leading',
      { trial_goals_met: 1 },
      { trial_goals: 1 },
    ),
    measures: [
      goals('trial_goals', 'goals agreed', 'goals'),
      goals('trial_goals_met', 'goals met', 'goalsMet'),
    ],
  },
  {
    id: 'K050',
    key: 'poc_cost_per_accomplished',
    name: 'Cost of a passed trial',
    category,
    meaning: 'What it costs to have one trial pass.',
    formula: 'Cost of all trials completed, divided by those that passed',
    counts: 'The day the trial was completed.',
    tells: 'cost',
    roles: ['SE', 'manager'],
    needs: ['trials with their cost, status and completion'],
    example: '5 trials at 3,000 each, 2 of them passed: 7,500.',
    metric: seldom(
      averageOf('poc_cost_per_accomplished', 'Cost of a passed trial', {
        unit: { kind: 'money' },
        timing: 'leading',
        direction: 'lower',
        total: { trial_cost: 1 },
        count: { trials_passed: 1 },
      }),
    ),
    measures: [cost, passed],
  },
  {
    id: 'K051',
    key: 'successful_poc_evaluations',
    name: 'Successful evaluations',
    category,
    meaning: 'How many trials ended with a customer who means to buy soon.',
    formula: 'Number of successful evaluations with the purchase planned within two months',
    counts: 'The day of the evaluation.',
    tells: 'growth',
    roles: ['SE', 'AE'],
    needs: ['trials with their evaluation and the day of the planned purchase'],
    example: '6 evaluated, 4 of them successful, one of these means to buy in 5 months: 3.',
    metric: sumOf(
      'successful_poc_evaluations',
      'Successful evaluations',
      countUnit('evaluation', 'evaluations'),
      'leading',
      { trials_successful: 1 },
    ),
    measures: [succeeded],
  },
  {
    id: 'K052',
    key: 'poc_success_ratio',
    name: 'Trial success',
    category,
    meaning: 'How many evaluations end with a customer who means to buy soon.',
    formula: 'Successful evaluations, divided by all evaluations',
    counts: 'The day the trial was completed.',
    tells: 'performance',
    roles: ['SE', 'AE'],
    needs: ['trials with their evaluation and the day of the planned purchase'],
    example: '3 of 6 evaluations were successful: 50 %.',
    metric: seldom(
      proportionOf(
        'poc_success_ratio',
        'Trial success',
        'leading',
        { completed_trials_successful: 1 },
        { trials_evaluated: 1 },
      ),
    ),
    measures: [
      evaluated,
      counter(
        'completed_trials_successful',
        { one: 'of them successful', many: 'of them successful' },
        { record: 'trial', when: SUCCESS, dates: on('completedAt', 'evaluatedAt') },
      ),
    ],
  },
  {
    id: 'K054',
    key: 'time_in_evaluation',
    name: 'Time in evaluation',
    category,
    meaning: 'How long customers think about a trial that is over.',
    formula: 'Days from completion to evaluation, divided by the trials evaluated',
    counts: 'The day of the evaluation.',
    tells: 'performance',
    roles: ['SE', 'AE'],
    needs: ['trials with their completion and evaluation'],
    example: 'Two trials took 3 and 9 days: 6 days.',
    metric: seldom(
      averageOf('time_in_evaluation', 'Time in evaluation', {
        unit: { kind: 'days' },
        timing: 'leading',
        direction: 'lower',
        total: { evaluation_time: 1 },
        count: { evaluations_timed: 1 },
      }),
    ),
    measures: spanned('evaluation_time', 'evaluations_timed', 'from completion to evaluation', {
      record: 'trial',
      when: 'has(trial.evaluatedAt)',
      span: { from: on('completedAt'), to: on('evaluatedAt') },
      dates: on('evaluatedAt'),
    }),
  },
  {
    id: 'K055',
    key: 'poc_cost_per_successful',
    name: 'Cost of a successful trial',
    category,
    meaning: 'What trials cost for each that ends with a customer who means to buy.',
    formula: 'Cost of all trials completed, divided by the successful evaluations',
    counts: 'Costs on the day the trial was completed, successes on the day of the evaluation.',
    tells: 'cost',
    roles: ['SE', 'manager'],
    needs: ['trials with their cost, completion and evaluation'],
    example: 'Trials for 15,000 and 3 successful evaluations: 5,000.',
    metric: seldom(
      averageOf('poc_cost_per_successful', 'Cost of a successful trial', {
        unit: { kind: 'money' },
        timing: 'leading',
        direction: 'lower',
        total: { trial_cost: 1 },
        count: { trials_successful: 1 },
      }),
    ),
    measures: [cost, succeeded],
  },
  {
    id: 'K101',
    key: 'conversion_to_paid',
    name: 'Trials that paid',
    category: 'Customer economics',
    meaning: 'How many of those who tried the product pay for it.',
    formula: 'Trials that became paying customers, divided by the trials begun',
    counts: 'The day the trial began, also for what came of it later.',
    tells: 'performance',
    roles: ['AE', 'executive'],
    needs: ['trials with their start and payment'],
    example: '12 of 80 trials paid: 15 %.',
    metric: seldom(
      proportionOf(
        'conversion_to_paid',
        'Trials that paid',
        'leading',
        { trials_paid: 1 },
        { trials_begun: 1 },
      ),
    ),
    measures: [
      trialsBegun,
      counter(
        'trials_paid',
        { one: 'of them paid', many: 'of them paid' },
        {
          record: 'trial',
          when: 'has(trial.startedAt) && has(trial.paidAt)',
          dates: on('startedAt'),
        },
      ),
    ],
  },
];
