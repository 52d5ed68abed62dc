import type { EntrySeq, Instant, MeasureId, PersonId } from '../ids.js';
import type { Linear, Metric } from '../metrics/metric.js';
import { measuresOf, windowsOf } from '../metrics/metric.js';
import type { TeamOn } from '../people/membership.js';
import type { BusinessDate } from '../time/business-date.js';
import { daysOf } from '../metrics/window.js';
import type { Board } from './board.js';

/** A quantity that the ledger moved, as the boards see it. */
export interface Move {
  readonly seq: EntrySeq;
  readonly measureId: MeasureId;
  readonly personId: PersonId;
  readonly date: BusinessDate;
  readonly at: Instant;
  readonly quantity: number;
  readonly takesBack: boolean;
}

/** A board that is kept up to date, and the last entry that was in it when it was built. */
export interface LiveBoard {
  readonly key: string;
  readonly board: Board;
  readonly builtAt: EntrySeq;
  /** Of its metric: what was built by another one is no board of it. */
  readonly version: number;
}

/** What changes for one competitor on one board. */
export interface MemberChange {
  /** A person's or a team's id. */
  readonly member: number;
  /** Added to the score, or to the numerator of a ratio. */
  numerator: number;
  /** Added to the denominator of a ratio; 0 for sums. */
  denominator: number;
  /** The latest moment among what was added. */
  reachedAt: Instant;
  /** Something was taken back: when the score was reached has to be looked up anew. */
  takesBack: boolean;
  /** What it is from now on, where nothing is added to what it was; null when unranked. */
  readonly score?: number | null;
}

/** Whether what changed can be added to what a board shows; else it has to be worked out anew. */
export function isAddedUp({ formula }: Pick<Metric, 'formula'>): boolean {
  return formula.kind !== 'computed';
}

export interface BoardChange {
  readonly live: LiveBoard;
  readonly metric: Metric;
  readonly members: readonly MemberChange[];
}

/** What the moves change on the boards that are kept, board by board. */
export function boardChanges(
  moves: readonly Move[],
  boards: readonly LiveBoard[],
  metrics: readonly Metric[],
  teamOn: TeamOn,
): BoardChange[] {
  const boardsFor = boardsByMeasureAndDate(boards, metrics);
  const changes = new Map<string, Change>();
  for (const move of moves) {
    const team = teamOn(move.personId, move.date);
    for (const target of boardsFor(move.measureId, move.date)) {
      const member = memberOn(target.live.board, move.personId, team);
      if (member === undefined || move.seq <= target.live.builtAt) continue;
      addTo(changes, target, member, move);
    }
  }
  return [...changes.values()].map(({ target, members }) => ({
    live: target.live,
    metric: target.metric,
    members: [...members.values()],
  }));
}

interface Target {
  readonly live: LiveBoard;
  readonly metric: Metric;
}

interface Change {
  readonly target: Target;
  readonly members: Map<number, MemberChange>;
}

function boardsByMeasureAndDate(
  boards: readonly LiveBoard[],
  metrics: readonly Metric[],
): (measureId: MeasureId, date: BusinessDate) => readonly Target[] {
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const byMeasure = new Map<MeasureId, Target[]>();
  for (const live of boards) {
    const metric = byKey.get(live.board.metric);
    if (metric?.version !== live.version) continue;
    for (const measureId of measuresOf(metric)) {
      const targets = byMeasure.get(measureId) ?? [];
      byMeasure.set(measureId, targets);
      targets.push({ live, metric });
    }
  }
  const found = new Map<string, readonly Target[]>();
  return (measureId, date) => {
    const key = `${measureId} ${date}`;
    const known = found.get(key);
    if (known) return known;
    const targets = byMeasure.get(measureId) ?? [];
    const matching = targets.filter((target) => counts(target, measureId, date));
    found.set(key, matching);
    return matching;
  };
}

function counts({ live, metric }: Target, measureId: MeasureId, date: BusinessDate): boolean {
  const { period, asOf } = live.board;
  return windowsOf(metric).some((window) => {
    const days = daysOf(window, period, asOf);
    const isIn = days && (days.from ?? date) <= date && date <= (days.to ?? date);
    return isIn === true && measuresOf(metric, window).includes(measureId);
  });
}

function memberOn(board: Board, personId: PersonId, team: number | undefined): number | undefined {
  if (board.competitors === 'teams') return team;
  return board.teamId === null || board.teamId === team ? personId : undefined;
}

function addTo(changes: Map<string, Change>, target: Target, member: number, move: Move): void {
  let change = changes.get(target.live.key);
  if (!change) changes.set(target.live.key, (change = { target, members: new Map() }));
  let entry = change.members.get(member);
  if (!entry) {
    entry = { member, numerator: 0, denominator: 0, reachedAt: 0, takesBack: false };
    change.members.set(member, entry);
  }
  const { formula } = target.metric;
  if (formula.kind === 'sum') entry.numerator += weightOf(formula, move) * move.quantity;
  else if (formula.kind === 'ratio') {
    entry.numerator += weightOf(formula.numerator, move) * move.quantity;
    entry.denominator += weightOf(formula.denominator, move) * move.quantity;
  }
  if (move.takesBack) entry.takesBack = true;
  else entry.reachedAt = Math.max(entry.reachedAt, move.at);
}

function weightOf({ terms }: Linear, { measureId }: Move): number {
  return terms.reduce((sum, term) => sum + (term.measureId === measureId ? term.weight : 0), 0);
}
