import type { SeenBoard } from '@bellwether/application';
import type { BoardHeading, BoardReply, BoardRow, Freshness, Unit } from '@bellwether/contracts';
import type { MetricUnit } from '@bellwether/domain';
import { isByBound, minorDigitsOf, neighbourOf } from '@bellwether/domain';

/** A board as screens and API show it. `asOf`: everything that had arrived by then is in it. */
export function presentBoard(boardId: string, view: SeenBoard, asOf: number): BoardReply {
  return {
    heading: presentHeading(boardId, view),
    rows: view.lines.map(presentRow),
    ranked: view.ranked,
    unranked: view.unranked,
    roster: view.roster,
    freshness: presentFreshness(view, asOf),
  };
}

function presentFreshness({ newest }: Pick<SeenBoard, 'newest'>, asOf: number): Freshness {
  return { asOf: Math.max(asOf, newest?.arrivedAt ?? 0), newest };
}

export function presentUnit(unit: MetricUnit, currency: string): Unit {
  const money = { kind: 'money', currency, minorDigits: minorDigitsOf(currency) } as const;
  if (unit.kind === 'money') return money;
  return unit.kind === 'ratio'
    ? { kind: 'ratio', ...(unit.of === 'money' && { of: money }) }
    : unit;
}

function unitOf({ metric, currency, detail }: SeenBoard): Unit {
  if (detail === 'value') return presentUnit(metric.unit, currency);
  return { kind: detail === 'progress' ? 'share' : 'place' };
}

function presentHeading(boardId: string, view: SeenBoard): BoardHeading {
  const { metric, period, periodLabel, board, team, timeZone, ripens, places } = view;
  return {
    boardId,
    title: metric.title,
    metric: metric.key,
    unit: unitOf(view),
    // What is said as a share of the leader's is the better the more it is.
    direction: view.detail === 'progress' ? 'higher' : metric.direction,
    ...(view.least && { least: { ...view.least, isByBound: isByBound(metric) } }),
    period: {
      kind: period.kind,
      key: period.key,
      before: neighbourOf(period, -1)?.key ?? null,
      after: neighbourOf(period, 1)?.key ?? null,
      label: periodLabel,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
    },
    competitors: board.competitors,
    team,
    timeZone,
    ...(ripens && { ripens }),
    ...(places !== null && { places }),
  };
}

function presentRow(line: SeenBoard['lines'][number]): BoardRow {
  const { id, name, shortName, photoUrl, team, rank, tied, score, ownScore, parts } = line;
  const { reachedAt, short, gap, rankAtDayStart } = line;
  return {
    id,
    name,
    shortName,
    photoUrl,
    team,
    rank,
    tied,
    score,
    ...(ownScore !== null && { ownScore }),
    ...(short !== null && { short }),
    parts,
    reachedAt,
    gap,
    rankAtDayStart,
  };
}
