import { join } from 'node:path';
import type { MeasureDefinition, MetricDefinition } from '@bellwether/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { activityScores } from './activity-scores.js';
import type { AnswerCheck } from './check.js';
import type { OwnRow } from './compare-answers.js';
import type { FloorApi } from './floor-api.js';
import { emailOf, openFloor } from './open-floor.js';
import type { Row } from './read-csv.js';
import { readCsv } from './read-csv.js';
import { sendShuffledTwice } from './send-shuffled.js';

const THOUSANDTHS = 1_000;
const LENGTHS = [30, 60, 120, 180, 300];

const ANSWERED = 'call.outcome == "answered"';

function counted(key: string, when: string, cel?: string): MeasureDefinition {
  return {
    key,
    unit: 'count',
    rules: [
      {
        record: 'call',
        when,
        credit: { kind: 'field', fields: ['owner'] },
        dates: [{ kind: 'field', field: 'endedAt' }],
        amount: cel === undefined ? { kind: 'one' } : { kind: 'expression', cel },
      },
    ],
  };
}

const measures: readonly MeasureDefinition[] = [
  counted('answered', ANSWERED),
  counted('resolved', 'call.custom.resolved == true'),
  counted('answer_seconds', ANSWERED, 'call.custom.speedOfAnswer'),
  counted('satisfaction', ANSWERED, 'call.custom.satisfaction'),
  ...LENGTHS.map((seconds) => counted(`calls_ge_${seconds}s`, `call.talkSeconds >= ${seconds}`)),
];

function metric(
  key: string,
  formula: MetricDefinition['formula'],
  unit: MetricDefinition['unit'] = { kind: 'ratio' },
): MetricDefinition {
  return { key, title: key, unit, direction: 'higher', timing: 'leading', formula };
}

const ratio = (numerator: string, denominator: string): MetricDefinition['formula'] => ({
  kind: 'ratio',
  numerator: { [numerator]: 1 },
  denominator: { [denominator]: 1 },
});

const plain = (key: string): MetricDefinition =>
  metric(key, { kind: 'sum', terms: { [key]: 1 } }, { kind: 'count', one: key, many: key });

const metrics: readonly MetricDefinition[] = [
  plain('answered'),
  plain('resolved'),
  ...LENGTHS.map((seconds) => plain(`calls_ge_${seconds}s`)),
  metric('answer_rate', ratio('answered', 'calls')),
  metric('resolved_of_answered', ratio('resolved', 'answered')),
  metric('avg_talk_s_answered', ratio('talk_time', 'answered')),
  metric('avg_speed_of_answer_s', ratio('answer_seconds', 'answered')),
  metric('avg_satisfaction', ratio('satisfaction', 'answered')),
];

/** Column of the answers → how its number follows from a score of the metric. */
const COLUMNS: Readonly<Record<string, readonly [metric: string, perWhole: number]>> = {
  calls: ['calls', THOUSANDTHS],
  answered: ['answered', THOUSANDTHS],
  resolved: ['resolved', THOUSANDTHS],
  talk_s: ['talk_time', 1],
  answer_rate: ['answer_rate', 1],
  resolved_of_answered: ['resolved_of_answered', 1],
  // Seconds over thousandths of calls.
  avg_talk_s_answered: ['avg_talk_s_answered', 1 / THOUSANDTHS],
  avg_speed_of_answer_s: ['avg_speed_of_answer_s', 1],
  avg_satisfaction: ['avg_satisfaction', 1],
  ...Object.fromEntries(
    LENGTHS.map((seconds) => [
      `calls_ge_${seconds}s`,
      [`calls_ge_${seconds}s`, THOUSANDTHS] as const,
    ]),
  ),
};

/** Counts that nobody reached are 0, ratios of them are nothing. */
const COUNTS = new Set([
  'calls',
  'answered',
  'resolved',
  'talk_s',
  ...LENGTHS.map((s) => `calls_ge_${s}s`),
]);

/** A call centre's log: who was called when, whether it was answered, and how long it took. */
export async function openCallCentre(
  app: INestApplicationContext,
  url: string,
  folder: string,
): Promise<readonly AnswerCheck[]> {
  const calls = readCsv(join(folder, 'calls.csv')) ?? [];
  const agents = new Map(calls.map(({ agent = '' }) => [agent, 'Everybody']));
  const floor = await openFloor(app, url, { currency: 'USD', measures, metrics }, agents);
  await sendShuffledTwice(floor, calls.map(callOf));
  const answers = (name: string) => readCsv(join(folder, 'answers', name)) ?? [];
  const table = (file: string, column: string, kind: string): AnswerCheck => ({
    file,
    keys: [column, 'agent'],
    values: Object.keys(COLUMNS),
    own: () => rowsOf(floor, kind, valuesOf(answers(file), column)),
  });
  return [
    table('agent_by_day.csv', 'date', 'day'),
    table('agent_by_month.csv', 'month', 'month'),
    {
      file: 'daily_leaderboard_answered.csv',
      keys: ['date', 'agent'],
      values: ['std_rank', 'answered', 'reached_score_at'],
      own: () => leaderboards(floor, answers('daily_leaderboard_answered.csv')),
    },
    {
      file: 'activity_score_example.csv',
      keys: ['date', 'agent'],
      values: ['score_uncapped', 'score_capped_per_metric'],
      own: () => activityScores(floor, valuesOf(answers('activity_score_example.csv'), 'date')),
    },
  ];
}

function callOf(row: Row): object {
  const isAnswered = row['answered'] === 'Y';
  const number = (column: string) => Number(row[column]);
  return {
    type: 'call',
    externalId: row['call_id'],
    owner: emailOf(row['agent'] ?? ''),
    endedAt: `${row['date']}T${row['time']}Z`,
    outcome: isAnswered ? 'answered' : 'missed',
    custom: {
      resolved: row['resolved'] === 'Y',
      ...(row['satisfaction'] ? { satisfaction: number('satisfaction') } : {}),
      ...(row['speed_of_answer_s'] ? { speedOfAnswer: number('speed_of_answer_s') } : {}),
    },
    ...(row['talk_s'] ? { talkSeconds: number('talk_s') } : {}),
  };
}

function valuesOf(rows: readonly Row[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => row[column] ?? ''))];
}

async function rowsOf(
  floor: FloorApi,
  kind: string,
  periods: readonly string[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, Record<string, number | null>>();
  for (const period of periods) {
    const everybody = await floor.board(`calls.${kind}@${period}.reps`);
    for (const { name } of everybody) own.set(`${period} / ${name}`, {});
    for (const [column, [key, perWhole]] of Object.entries(COLUMNS)) {
      const board = await floor.board(`${key}.${kind}@${period}.reps`);
      const scores = new Map(board.map(({ name, score }) => [name, score / perWhole]));
      for (const { name } of everybody) {
        const row = own.get(`${period} / ${name}`);
        if (row) row[column] = scores.get(name) ?? (COUNTS.has(column) ? 0 : null);
      }
    }
  }
  return own;
}

/** Whoever called and reached nobody has no place on our board; the answers put them last, with 0. */
async function leaderboards(
  floor: FloorApi,
  answers: readonly Row[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const date of valuesOf(answers, 'date')) {
    const ranked = await floor.board(`answered.day@${date}.reps`);
    for (const { name } of await floor.board(`calls.day@${date}.reps`)) {
      own.set(`${date} / ${name}`, {
        std_rank: ranked.length + 1,
        answered: 0,
        reached_score_at: null,
      });
    }
    for (const { name, rank, score, reachedAt } of ranked) {
      own.set(`${date} / ${name}`, {
        std_rank: rank,
        answered: score / THOUSANDTHS,
        reached_score_at: new Date(reachedAt).toISOString().slice(11, 19),
      });
    }
  }
  return own;
}
