import type { BoardView } from '@bellwether/application';
import type { BoardHeading, BoardReply, BoardRow, Freshness, Unit } from '@bellwether/contracts';
import type { MetricUnit } from '@bellwether/domain';
import { minorDigitsOf } from '@bellwether/domain';

/** A board as screens and API show it. `asOf`: everything that had arrived by then is in it. */
export function presentBoard(boardId: string, view: BoardView, asOf: number): BoardReply {
  return {
    heading: presentHeading(boardId, view),
    rows: view.lines.map(presentRow),
    ranked: view.ranked,
    roster: view.roster,
    freshness: presentFreshness(view, asOf),
  };
}

function presentFreshness({ newest }: Pick<BoardView, 'newest'>, asOf: number): Freshness {
  return { asOf: Math.max(asOf, newest?.arrivedAt ?? 0), newest };
}

export function presentUnit(unit: MetricUnit, currency: string): Unit {
  return unit.kind === 'money'
    ? { kind: 'money', currency, minorDigits: minorDigitsOf(currency) }
    : unit;
}

function presentHeading(boardId: string, view: BoardView): BoardHeading {
  const { metric, period, periodLabel, board, team, timeZone, currency } = view;
  return {
    boardId,
    title: metric.title,
    metric: metric.key,
    unit: presentUnit(metric.unit, currency),
    direction: metric.direction,
    period: {
      kind: period.kind,
      key: period.key,
      label: periodLabel,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
    },
    competitors: board.competitors,
    team,
    timeZone,
  };
}

function presentRow(line: BoardView['lines'][number]): BoardRow {
  const { id, name, shortName, photoUrl, team, rank, tied, score, parts } = line;
  const { reachedAt, gap, rankAtDayStart } = line;
  return {
    id,
    name,
    shortName,
    photoUrl,
    team,
    rank,
    tied,
    score,
    parts,
    reachedAt,
    gap,
    rankAtDayStart,
  };
}
