import { join } from 'node:path';
import type { Kpi, MetricDefinition } from '@bellwether/domain';
import { KPIS, improvementOver } from '@bellwether/domain';
import type { INestApplicationContext } from '@nestjs/common';
import type { AnswerCheck } from './check.js';
import type { OwnRow } from './compare-answers.js';
import type { FloorApi } from './floor-api.js';
import { firstTo, spiffs } from './maven-contests.js';
import { emailOf, openFloor } from './open-floor.js';
import type { Row } from './read-csv.js';
import { readCsv } from './read-csv.js';
import { sendShuffledTwice } from './send-shuffled.js';

const CENTS = 100;
const THOUSANDTHS = 1_000;

const dealSize: MetricDefinition = {
  key: 'deal_size',
  title: 'Deal size',
  unit: { kind: 'ratio' },
  direction: 'higher',
  timing: 'lagging',
  formula: { kind: 'ratio', numerator: { revenue_won: 1 }, denominator: { deals_won: 1 } },
};

const velocity = kpiOf('sales_velocity');

function kpiOf(key: string): Kpi {
  const kpi = KPIS.find((candidate) => candidate.key === key);
  if (!kpi) throw new Error(`The library has no "${key}"`);
  return kpi;
}

/** The Maven CRM: opportunities with owner, stage, dates and value. */
export async function openMaven(
  app: INestApplicationContext,
  url: string,
  folder: string,
): Promise<readonly AnswerCheck[]> {
  const deals = (readCsv(join(folder, 'sales_pipeline.csv')) ?? []).map(dealOf);
  const teams = readCsv(join(folder, 'sales_teams.csv')) ?? [];
  const by = (column: string) =>
    new Map(teams.map((row) => [row['sales_agent'] ?? '', row[column] ?? '']));
  const settings = {
    currency: 'USD',
    measures: velocity.measures,
    metrics: [dealSize, velocity.metric],
  };
  const managers = await openFloor(app, url, settings, by('manager'));
  const regions = await openFloor(app, url, settings, by('regional_office'));
  for (const floor of [managers, regions]) await sendShuffledTwice(floor, deals);

  const answers = (name: string) => readCsv(join(folder, 'answers', name)) ?? [];
  const outcomes = ['won', 'lost', 'win_rate_closed', 'won_revenue'];
  const grouped = (
    file: string,
    who: string,
    floor: FloorApi,
    kind: string,
    competitors: 'reps' | 'teams',
  ): AnswerCheck => ({
    file,
    keys: ['period', who],
    values: outcomes,
    own: () => outcomesBy(floor, kind, competitors, periodsOf(answers(file))),
  });
  const totals = (file: string, kind: string): AnswerCheck => ({
    file,
    keys: ['period'],
    values: [...outcomes, 'avg_won_value'],
    own: () => companyTotals(managers, kind, periodsOf(answers(file))),
  });
  const top = (file: string, kind: string, metric: string, scale: number): AnswerCheck => ({
    file,
    keys: ['period', 'sales_agent'],
    values: ['std_rank', 'value'],
    own: () => ranksOf(managers, kind, metric, scale, answers(file)),
  });
  const race = (file: string, metric: string, scale: number): AnswerCheck => ({
    file,
    keys: ['quarter', 'sales_agent'],
    values: ['threshold', 'reached_on'],
    own: () => firstTo(managers, metric, scale, answers(file)),
  });
  return [
    grouped('agent_by_month.csv', 'sales_agent', managers, 'month', 'reps'),
    grouped('agent_by_quarter.csv', 'sales_agent', managers, 'quarter', 'reps'),
    grouped('manager_by_month.csv', 'manager', managers, 'month', 'teams'),
    grouped('region_by_quarter.csv', 'regional_office', regions, 'quarter', 'teams'),
    totals('by_close_date.csv', 'day'),
    totals('by_close_month.csv', 'month'),
    totals('by_close_quarter.csv', 'quarter'),
    top('top10_by_month_revenue.csv', 'month', 'revenue_won', CENTS),
    top('top10_by_month_won_count.csv', 'month', 'deals_won', THOUSANDTHS),
    top('top10_by_quarter_revenue.csv', 'quarter', 'revenue_won', CENTS),
    {
      file: 'sales_velocity_by_agent_quarter.csv',
      keys: ['quarter', 'sales_agent'],
      values: ['velocity_per_day'],
      own: () => velocities(managers, answers('sales_velocity_by_agent_quarter.csv')),
    },
    {
      file: 'improvement_vs_own_3m_baseline.csv',
      keys: ['month', 'sales_agent'],
      values: ['position', 'revenue', 'baseline', 'improvement'],
      own: () => improvements(managers, answers('improvement_vs_own_3m_baseline.csv')),
    },
    {
      file: 'spiff_top3_pooled_ties_by_month_won_count.csv',
      keys: ['month', 'sales_agent'],
      values: ['std_rank', 'won', 'payout_cents'],
      own: () => spiffs(managers, answers('spiff_top3_pooled_ties_by_month_won_count.csv')),
    },
    race('first_to_50_wins_in_quarter.csv', 'deals_won', THOUSANDTHS),
    race('first_to_100k_in_quarter.csv', 'revenue_won', CENTS),
  ];
}

const STATUS: Readonly<Record<string, string>> = { Won: 'won', Lost: 'lost' };

function dealOf(row: Row): object {
  const { engage_date: engaged, close_date: closed, close_value: value } = row;
  return {
    type: 'deal',
    externalId: row['opportunity_id'],
    owner: emailOf(row['sales_agent'] ?? ''),
    ...(row['account'] ? { account: row['account'] } : {}),
    product: row['product'],
    stage: row['deal_stage'],
    status: STATUS[row['deal_stage'] ?? ''] ?? 'open',
    changedAt: `${closed || engaged || '2016-10-01'}T12:00:00Z`,
    ...(engaged ? { createdAt: `${engaged}T12:00:00Z` } : {}),
    ...(closed ? { closedOn: closed } : {}),
    ...(value ? { amount: value } : {}),
  };
}

function periodsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.map(({ period }) => period ?? ''))];
}

type Halves = { won: number; lost: number; won_revenue: number };

/** Won, lost, their ratio and the revenue, by whoever competes. */
async function outcomesBy(
  floor: FloorApi,
  kind: string,
  competitors: string,
  periods: readonly string[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const period of periods) {
    const board = (metric: string) => floor.board(`${metric}.${kind}@${period}.${competitors}`);
    const rates = await board('win_rate');
    const revenue = new Map((await board('revenue_won')).map(({ name, score }) => [name, score]));
    for (const { name, score, parts } of rates) {
      const won = (parts?.numerator ?? 0) / THOUSANDTHS;
      own.set(`${period} / ${name}`, {
        won,
        lost: (parts?.denominator ?? 0) / THOUSANDTHS - won,
        win_rate_closed: score,
        won_revenue: (revenue.get(name) ?? 0) / CENTS,
      });
    }
  }
  return own;
}

/** The company's sums; its ratios come from summed halves. */
async function companyTotals(
  floor: FloorApi,
  kind: string,
  periods: readonly string[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const period of periods) {
    const teams = [...(await outcomesBy(floor, kind, 'teams', [period])).values()] as Halves[];
    const sum = (key: keyof Halves) => teams.reduce((total, team) => total + team[key], 0);
    const [won, lost, revenue] = [sum('won'), sum('lost'), sum('won_revenue')];
    own.set(period, {
      won,
      lost,
      win_rate_closed: won / (won + lost),
      won_revenue: revenue,
      avg_won_value: won === 0 ? null : revenue / won,
    });
  }
  return own;
}

/** Places and values of those whom the answer file lists. */
async function ranksOf(
  floor: FloorApi,
  kind: string,
  metric: string,
  scale: number,
  answers: readonly Row[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const period of periodsOf(answers)) {
    for (const { name, rank, score } of await floor.board(`${metric}.${kind}@${period}.reps`)) {
      if (rank <= 10) own.set(`${period} / ${name}`, { std_rank: rank, value: score / scale });
    }
  }
  return own;
}

function valuesOf(rows: readonly Row[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => row[column] ?? ''))];
}

/** Money a day, of everybody who won something in the quarter. */
async function velocities(floor: FloorApi, answers: readonly Row[]): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const quarter of valuesOf(answers, 'quarter')) {
    for (const { name, score } of await floor.board(`sales_velocity.quarter@${quarter}.reps`)) {
      own.set(`${quarter} / ${name}`, { velocity_per_day: score / CENTS });
    }
  }
  return own;
}

/** Everybody's month against the mean of their three months before. */
async function improvements(
  floor: FloorApi,
  answers: readonly Row[],
): Promise<Map<string, OwnRow>> {
  const revenueOf = async (month: string) => {
    const board = await floor.board(`revenue_won.month@${month}.reps`);
    return new Map(board.map(({ name, score }) => [name, score / CENTS]));
  };
  const own = new Map<string, OwnRow>();
  for (const month of valuesOf(answers, 'month')) {
    const before = await Promise.all([1, 2, 3].map((ago) => revenueOf(monthBefore(month, ago))));
    const improved = [...(await revenueOf(month))].flatMap(([name, revenue]) => {
      const past = before.map((known) => known.get(name) ?? 0);
      const result = improvementOver(revenue, past, 0);
      return result ? [{ name, revenue, ...result }] : [];
    });
    for (const { name, ...row } of improved) {
      const position = 1 + improved.filter((one) => one.improvement > row.improvement).length;
      own.set(`${month} / ${name}`, { position, ...row });
    }
  }
  return own;
}

function monthBefore(month: string, ago: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - ago, 1)).toISOString().slice(0, 7);
}
