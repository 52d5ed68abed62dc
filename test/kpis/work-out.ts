import type { Source } from '@bellwether/application';
import { connectors } from '@bellwether/connectors';
import type {
  BusinessDate,
  Claim,
  Contribution,
  EntrySeq,
  Group,
  History,
  Kpi,
  Measure,
  MeasureId,
  Member,
  Metric,
  PersonId,
  RecordId,
  RecordType,
  ScoringContext,
  TotalOf,
  Window,
} from '@bellwether/domain';
import {
  BUILT_IN_MEASURES,
  addRevision,
  averaged,
  averagedFrom,
  bindMetric,
  capOf,
  countingClaims,
  daysOf,
  epochDayOf,
  evaluateGroup,
  evaluateRecord,
  gatheredTypes,
  groupKeyOf,
  linkOf,
  metricValue,
  parentOf,
  PLAIN_CALENDAR,
  periodOf,
  stateOf,
} from '@bellwether/domain';
import type { Example } from './example.js';
import { namesOf, recordsOf } from './examples.js';

const SOURCE: Source = {
  id: 1,
  kind: 'canonical',
  settingsVersion: 0,
  fieldRules: [],
} as unknown as Source;

/** What comes of an example, in whole units; null for no value. */
export interface WorkedOut {
  readonly value: number | null;
  /** By each value of its measures' facets that the example names. */
  readonly facets: Readonly<Record<string, number | null>>;
}

/** What the product's own rules make of an example's records. */
export function workOut(kpi: Kpi, example: Example): WorkedOut {
  const measures = [...BUILT_IN_MEASURES, ...kpi.measures].map((definition, index): Measure => ({
    ...definition,
    id: (index + 1) as MeasureId,
    version: 1,
  }));
  const metric = bindMetric(kpi.metric, 1, measures, 'EUR');
  const own = 1 as PersonId;
  const counted = countedOf(example, measures, own).filter(({ personId }) => personId === own);
  const valueOf = (contributions: readonly Contribution[]) => {
    const { period, asOf } = seenOn(example);
    const totalOf: TotalOf = (measureId, window) =>
      contributions
        .filter((one) => one.measureId === measureId && isIn(window, one.date, example))
        .reduce((sum, one) => sum + one.quantity * daysHeld(window, one.date, example), 0);
    const value = metricValue(metric, averaged(totalOf, period, asOf));
    return value ? wholeUnits(metric, value.score) : null;
  };
  const facets = Object.keys(example.facets ?? {}).map(
    (name) => [name, valueOf(counted.filter(({ facet }) => facet === name))] as const,
  );
  return { value: valueOf(counted), facets: Object.fromEntries(facets) };
}

/** Whether a window of the example's period has the day. */
function isIn(window: Window, date: BusinessDate, example: Example): boolean {
  const { period, asOf } = seenOn(example);
  const days = daysOf(window, period, asOf);
  if (!days) return false;
  return (days.from ?? date) <= date && date <= (days.to ?? date);
}

/** On how many days of the period something was there that came on a day; 1 where it adds up. */
function daysHeld(window: Window, date: BusinessDate, example: Example): number {
  const { period, asOf } = seenOn(example);
  const from = averagedFrom(window, period);
  if (from === undefined) return 1;
  const to = daysOf(window, period, asOf)?.to ?? date;
  return epochDayOf(to) - epochDayOf(date > from ? date : from) + 1;
}

function seenOn({ period = 'month', asOf }: Example) {
  const today = (asOf ?? null) as BusinessDate | null;
  return { period: periodOf(period, '2026-05-01' as BusinessDate, PLAIN_CALENDAR), asOf: today };
}

/** A score as people say it: pieces, money, seconds, days or a fraction of 1. */
export function wholeUnits({ unit }: Pick<Metric, 'unit'>, score: number): number {
  switch (unit.kind) {
    case 'money':
      return score / 100;
    case 'count':
    case 'points':
      return score / 1_000;
    case 'days':
      return score / 86_400;
    case 'duration':
    case 'per':
    case 'ratio':
      return score;
  }
}

/** What an example's records contribute; `own` is whoever it is about. */
export function countedOf(
  example: Pick<Example, 'kpi' | 'records'>,
  measures: readonly Measure[],
  own: PersonId,
): readonly Contribution[] {
  const everybody = new Set(namesOf(example).map((name) => `email:${name}@example.com`));
  const context: ScoringContext = {
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    measures,
    personOf: (identity) => (everybody.has(identity) ? own : (2 as PersonId)),
  };
  const plain: Contribution[] = [];
  const cap = capOf(measures);
  const groups = new Map<string, Claim[]>();
  for (const [name, { type, history }] of historiesOf(example)) {
    const { contributions, problems } = evaluateRecord(type, history, context);
    if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify(problems)}`);
    for (const contribution of contributions) {
      const { distinctKey } = contribution;
      if (distinctKey === undefined) plain.push(contribution);
      else {
        const claim = claimOf({ ...contribution, distinctKey }, name);
        const key = groupKeyOf(claim);
        groups.set(key, [...(groups.get(key) ?? []), claim]);
      }
    }
  }
  return [
    ...plain,
    ...[...groups.values()].flatMap((claims) =>
      countingClaims(claims, cap((claims[0] as Claim).measureId)),
    ),
    ...groupsIn(example, measures).flatMap((group) => evaluateGroup(group, context)),
  ];
}

/** The records that belong together, under the company at the top of theirs. */
function groupsIn(
  example: Pick<Example, 'kpi' | 'records'>,
  measures: readonly Measure[],
): readonly Group[] {
  const members = [...historiesOf(example)].map(([name, { type, history }], index): Member => {
    const { fields } = stateOf(history);
    const externalId = name.slice(type.length + 1);
    return { id: index as RecordId, type, externalId, history, fields };
  });
  const above = new Map(
    members.flatMap((member) => {
      const parent = parentOf(member);
      return parent === undefined ? [] : [[member.externalId, parent] as const];
    }),
  );
  const topOf = (key: string): string => {
    const parent = above.get(key);
    return parent === undefined ? key : topOf(parent);
  };
  return [...gatheredTypes(measures)].flatMap(([by, types]) => {
    const groups = new Map<string, Member[]>();
    for (const member of members.filter(({ type }) => types.has(type))) {
      const link = linkOf(by, member);
      if (link === undefined) continue;
      const key = by === 'account' ? topOf(link) : link;
      groups.set(key, [...(groups.get(key) ?? []), member]);
    }
    return [...groups].map(([key, all]): Group => ({ by, key, members: all }));
  });
}

function claimOf(contribution: Contribution & { distinctKey: string }, name: string): Claim {
  return {
    ...contribution,
    recordId: 0 as RecordId,
    revision: 1,
    name,
    seq: null as EntrySeq | null,
  };
}

interface Known {
  readonly type: RecordType;
  readonly history: History;
}

function historiesOf(example: Pick<Example, 'kpi' | 'records'>): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const [index, record] of recordsOf(example).entries()) {
    const body = JSON.stringify(record);
    const mapping = connectors(SOURCE.kind)?.map(body, `item ${index}`, SOURCE);
    if (mapping?.kind !== 'changes') throw new Error(`${example.kpi}: ${JSON.stringify(mapping)}`);
    for (const { type, externalId, change } of mapping.changes) {
      const name = `${type} ${externalId}`;
      const before = known.get(name)?.history ?? [];
      known.set(name, { type, history: addRevision(before, change, { arrivedAt: 0, inboxId: 0 }) });
    }
  }
  return known;
}
