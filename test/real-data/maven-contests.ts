import type {
  BusinessDate,
  ContestRules,
  Judgement,
  LocalDateTime,
  PersonId,
  Roster,
  TimelineEntry,
} from '@bellwether/domain';
import { PLAIN_CALENDAR, addDays, judge, parsePeriod, startOfDate } from '@bellwether/domain';
import type { EntrySeq } from '@bellwether/domain';
import type { OwnRow } from './compare-answers.js';
import type { FloorApi } from './floor-api.js';
import type { Row } from './read-csv.js';

const THOUSANDTHS = 1_000;
const ZONE = 'UTC';
const MIDNIGHT = 'T00:00';

const PRIZES = [50_000, 30_000, 20_000].map((amount) => ({ amount, item: null, atLeast: null }));

/** What the three who won the most deals of each month are paid; who ties shares. */
export async function spiffs(
  floor: FloorApi,
  answers: readonly Row[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const month of valuesOf(answers, 'month')) {
    const { standings, payouts } = await played(floor, 'deals_won', 'month', month, {
      format: { kind: 'rank' },
      prizes: [{ kind: 'places', places: PRIZES }],
    });
    for (const { entrantId, amount } of payouts) {
      const line = standings.find((standing) => standing.entrantId === entrantId);
      own.set(`${month} / ${line?.name}`, {
        std_rank: line?.rank ?? null,
        won: (line?.score ?? 0) / THOUSANDTHS,
        payout_cents: amount,
      });
    }
  }
  return own;
}

/** On which day each who got there in a quarter had so much of a metric; `scale` smallest parts are one of the answers. */
export async function firstTo(
  floor: FloorApi,
  metric: string,
  scale: number,
  answers: readonly Row[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  const threshold = Number(answers[0]?.['threshold']);
  for (const quarter of ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']) {
    const { standings } = await played(floor, metric, 'quarter', quarter, {
      format: { kind: 'race', target: threshold * scale, winners: 100, ends: 'with-window' },
    });
    for (const { name, status, reachedAt } of standings) {
      if (status !== 'finished' || reachedAt === null) continue;
      const row = { threshold, reached_on: new Date(reachedAt).toISOString().slice(0, 10) };
      own.set(`${quarter} / ${name}`, row);
    }
  }
  return own;
}

/** Judges a period of which the floor's own boards tell what everybody did on each day. */
async function played(
  floor: FloorApi,
  metric: string,
  kind: 'month' | 'quarter',
  key: string,
  special: Pick<ContestRules, 'format'> & Partial<ContestRules>,
): Promise<Judgement> {
  const { startsOn, endsOn } = parsePeriod(kind, key, PLAIN_CALENDAR) ?? {};
  if (!startsOn || !endsOn) throw new Error(`"${key}" is no ${kind}`);
  const until = addDays(endsOn, 1);
  const rules: ContestRules = {
    entrants: 'reps',
    score: {
      lines: [{ metric, worth: { kind: 'value' }, most: null }],
      group: { kind: 'sum' },
      multiplier: null,
    },
    gates: [],
    tieBreaks: [],
    prizes: [],
    window: {
      from: `${startsOn}${MIDNIGHT}` as LocalDateTime,
      until: `${until}${MIDNIGHT}` as LocalDateTime,
      zone: ZONE,
    },
    graceMinutes: 0,
    afterEnd: 'freeze',
    recurrence: null,
    hidden: false,
    ...special,
  };
  const { roster, timeline } = await daysOf(floor, metric, startsOn, endsOn);
  return judge(rules, roster, timeline, startOfDate(until, ZONE));
}

async function daysOf(
  floor: FloorApi,
  metric: string,
  from: BusinessDate,
  to: BusinessDate,
): Promise<{ readonly roster: Roster; readonly timeline: readonly TimelineEntry[] }> {
  const names = new Map<PersonId, string>();
  const timeline: TimelineEntry[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const at = startOfDate(day, ZONE);
    for (const { id, name, score } of await floor.board(`${metric}.day@${day}.reps`)) {
      const personId = id as PersonId;
      names.set(personId, name);
      const seq = (timeline.length + 1) as EntrySeq;
      const quantities = { [metric]: score };
      timeline.push({ seq, personId, teamId: null, quantities, at, day, recordedAt: at });
    }
  }
  const people = [...names].map(([personId, name]) => ({
    personId,
    name,
    timeZone: ZONE,
    joinedAt: null,
    leftAt: null,
  }));
  return { roster: { people, teams: [], sides: [], seed: null }, timeline };
}

function valuesOf(rows: readonly Row[], column: string): readonly string[] {
  return [...new Set(rows.map((row) => row[column] ?? ''))];
}
