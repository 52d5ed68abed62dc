import type { Board, BusinessDate, Instant, Metric, OrganisationId } from '@bellwether/domain';
import { addDays, boardKeyOf, boardOrder, rankStandings } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Totals } from '../ports/totals.js';
import { membersOfBoard } from './members-of-board.js';
import { windowTotals } from './window-totals.js';

/** For how long the places of the morning are believed; late corrections move them a little. */
const TRUSTED_MS = 60_000;

interface Remembered {
  readonly ranks: Promise<ReadonlyMap<number, number>>;
  readonly readAt: Instant;
}

/** Everybody's place when the business day began, by what is known now of the days before. */
export class DayStartRanks {
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly totals: Totals,
    private readonly clock: Clock,
  ) {}

  /** Places by member; empty for boards of one day and for periods that begin today. */
  read(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    today: BusinessDate,
  ): Promise<ReadonlyMap<number, number>> {
    const { startsOn, endsOn } = board.period;
    const isOver = endsOn !== null && endsOn < today;
    if (isOver || (startsOn !== null && startsOn >= today)) return Promise.resolve(new Map());
    const key = `${organisationId} ${boardKeyOf(board)} ${today}`;
    const known = this.#remembered.get(key);
    const now = this.clock.now();
    // Also when the clock was set back meanwhile.
    if (known && Math.abs(now - known.readAt) < TRUSTED_MS) return known.ranks;
    // Old mornings are of no use to anybody.
    if (this.#remembered.size > 5_000) this.#remembered.clear();
    const ranks = this.#rank(organisationId, board, metric, today);
    this.#remembered.set(key, { ranks, readAt: now });
    ranks.catch(() => this.#remembered.delete(key));
    return ranks;
  }

  async #rank(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    today: BusinessDate,
  ): Promise<ReadonlyMap<number, number>> {
    const yesterday = addDays(today, -1);
    const until = { ...board, period: { ...board.period, endsOn: yesterday }, asOf: null };
    const { totals } = await windowTotals([metric], until, (measureIds, range) =>
      this.totals.read(organisationId, measureIds, range),
    );
    const standings = membersOfBoard(until, metric, totals).flatMap(
      ({ member, score, reachedAt, ...halves }) =>
        score === null ? [] : [{ id: member, name: '', score, reachedAt, ...halves }],
    );
    return new Map(
      rankStandings(standings, boardOrder(metric)).flatMap(({ id, rank }) =>
        rank === null ? [] : [[id, rank] as const],
      ),
    );
  }
}
