import type { BoardHeading } from '@bellwether/contracts';

export type PeriodKind = BoardHeading['period']['kind'];

/** Which board is looked at: of what, when, and who competes. */
export interface BoardChoice {
  readonly metric: string;
  readonly period: PeriodKind;
  /** A period that is over, e.g. `2026-10`; null is the running one. */
  readonly key: string | null;
  readonly competitors: 'reps' | 'teams';
  /** Only this team's people. */
  readonly team: number | null;
}

export const PERIODS: readonly { readonly value: PeriodKind; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
  { value: 'all', label: 'All time' },
];

const BOARD_ID =
  /^(?<metric>[a-z][a-z0-9_]*)\.(?<period>day|week|month|quarter|year|all)(?:@(?<key>[0-9A-Za-z-]+))?\.(?<competitors>reps|teams)(?:\.team-(?<team>[1-9][0-9]*))?$/;

/** `calls.day@2026-11-20.reps.team-3` */
export function boardIdOf(choice: BoardChoice): string {
  const { metric, competitors, team } = choice;
  const scope = team === null ? '' : `.team-${team}`;
  return `${metric}.${periodText(choice)}.${competitors}${scope}`;
}

/** The board's period as the ledger is asked for it: `month` or `month@2026-10`. */
export function periodText({ period, key }: Pick<BoardChoice, 'period' | 'key'>): string {
  return key === null ? period : `${period}@${key}`;
}

/** Reads a board's id; null when it is none. */
export function choiceOf(boardId: string): BoardChoice | null {
  const found = BOARD_ID.exec(boardId)?.groups;
  if (!found) return null;
  return {
    metric: found['metric'] ?? '',
    period: found['period'] as PeriodKind,
    key: found['key'] ?? null,
    competitors: found['competitors'] as BoardChoice['competitors'],
    team: found['team'] === undefined ? null : Number(found['team']),
  };
}
