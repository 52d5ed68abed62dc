import type { TeamId } from '../ids.js';
import type { Metric } from '../metrics/metric.js';
import { windowsOf } from '../metrics/metric.js';
import { movesWithTheDay } from '../metrics/window.js';
import type { BusinessDate } from '../time/business-date.js';
import { parseBusinessDate } from '../time/business-date.js';
import type { Period, PeriodKind } from '../time/period.js';
import type { FiscalCalendar } from '../time/fiscal-calendar.js';
import { PERIOD_KINDS, isPeriodKey, parsePeriod, periodOf } from '../time/period.js';
import { parseStoredPeriod, storedKeyOf } from '../time/stored-period.js';

export type Competitors = 'reps' | 'teams';

/**
 * Which board: metric × period × who competes × scope. Without a period key it is the one that
 * runs now, and follows the calendar.
 */
export interface BoardRef {
  readonly metric: string;
  readonly periodKind: PeriodKind;
  readonly periodKey: string | null;
  readonly competitors: Competitors;
  /** Only this team's people; null is the whole organisation. */
  readonly teamId: TeamId | null;
}

/** A board of one definite period. */
export interface Board {
  readonly metric: string;
  readonly period: Period;
  readonly competitors: Competitors;
  readonly teamId: TeamId | null;
  /**
   * The day that it is true of, where its metric tells what there is by then and the period still runs:
   * tomorrow it is another board. Null for all others.
   */
  readonly asOf: BusinessDate | null;
}

/** E.g. `revenue.month.reps`, `calls.day@2026-11-20.reps.team-3`, `revenue.quarter.teams`. */
export function boardIdOf(ref: BoardRef): string {
  const period = ref.periodKey === null ? ref.periodKind : `${ref.periodKind}@${ref.periodKey}`;
  const scope = ref.teamId === null ? '' : `.team-${ref.teamId}`;
  return `${ref.metric}.${period}.${ref.competitors}${scope}`;
}

const BOARD_ID = new RegExp(
  `^(?<metric>[a-z][a-z0-9_]*)\\.(?<kind>${PERIOD_KINDS.join('|')})(?:@(?<key>[0-9A-Za-z-]+))?` +
    `\\.(?<competitors>reps|teams)(?:\\.team-(?<team>[1-9][0-9]{0,8}))?$`,
);

/** Reads a board's id; undefined when it is none. Teams compete in the organisation only. */
export function parseBoardId(id: string): BoardRef | undefined {
  const found = BOARD_ID.exec(id)?.groups;
  if (!found) return undefined;
  const { metric, kind, key, competitors, team } = found;
  const periodKind = kind as PeriodKind;
  if (key !== undefined && !isPeriodKey(periodKind, key)) return undefined;
  if (competitors === 'teams' && team !== undefined) return undefined;
  return {
    metric: metric ?? '',
    periodKind,
    periodKey: key ?? null,
    competitors: competitors as Competitors,
    teamId: team === undefined ? null : (Number(team) as TeamId),
  };
}

/**
 * The definite board that a reference means today, of the metric that it names; undefined when the calendar
 * has no such period.
 */
export function resolveBoard(
  ref: BoardRef,
  today: BusinessDate,
  metric: Pick<Metric, 'formula'>,
  calendar: FiscalCalendar,
): Board | undefined {
  const { periodKind, periodKey, competitors, teamId } = ref;
  const period =
    periodKey === null
      ? periodOf(periodKind, today, calendar)
      : parsePeriod(periodKind, periodKey, calendar);
  return period && boardOf(ref.metric, metric, { period, competitors, teamId }, today);
}

/** A metric's board as it is today. */
export function boardOf(
  key: string,
  metric: Pick<Metric, 'formula'>,
  board: Pick<Board, 'period' | 'competitors' | 'teamId'>,
  today: BusinessDate,
): Board {
  const { startsOn, endsOn } = board.period;
  const runs = (startsOn ?? today) <= today && today <= (endsOn ?? today);
  const asOf = runs && windowsOf(metric).some(movesWithTheDay) ? today : null;
  return { metric: key, ...board, asOf };
}

/**
 * Names a definite board, also in storage: `mrr.month@2026-11.reps.on-2026-11-22`. Of a fiscal year it says by
 * which calendar, `revenue.quarter@FY2027-Q3.reps.by-months-4-1`: no calendar finds the boards of another.
 */
export function boardKeyOf({ metric, period, competitors, teamId, asOf }: Board): string {
  const { key: periodKey, suffix } = storedKeyOf(period);
  const id = boardIdOf({ metric, periodKind: period.kind, periodKey, competitors, teamId });
  return `${id}${suffix}${asOf === null ? '' : `.on-${asOf}`}`;
}

/** Reads the name of a definite board; undefined when it is none. */
export function parseBoardKey(key: string): Board | undefined {
  const [named = '', day] = key.split('.on-');
  const [id = '', by] = named.split('.by-');
  const ref = parseBoardId(id);
  const asOf = day === undefined ? null : parseBusinessDate(day);
  const period = ref && parseStoredPeriod(ref.periodKind, ref.periodKey ?? 'all', by);
  if (!ref || !period || asOf === undefined) return undefined;
  const { metric, competitors, teamId } = ref;
  return { metric, period, competitors, teamId, asOf };
}
