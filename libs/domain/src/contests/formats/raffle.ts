import { graceEnd } from '../counting/grace-end.js';
import { commitmentTo, drawBelow } from '../chance/draw.js';
import type { ContestEvent } from '../contest-event.js';
import type { Play } from '../counting/play.js';
import { Scoreboard } from '../counting/scoreboard.js';
import type { Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { linesOf } from '../ranking/ranked.js';
import type { RaffleFormat } from '../rules/contest-format.js';

/**
 * Draws tickets once the seed is revealed and the grace is over. Tickets are numbered from 0 in the order of the roster;
 * the draw of place 1, 2, … is `drawBelow(seed, 'draw 1', tickets left)`, after which all tickets of who was drawn are
 * taken out. With the tickets, the seed and its hash anybody can draw again.
 */
export function judgeRaffle(play: Play, format: RaffleFormat): Outcome {
  const board = new Scoreboard(play);
  board.count(play.counted);
  const lines = linesOf(play, board);
  const qualified = new Set(
    lines.filter(({ missing }) => missing.length === 0).map(({ entrant }) => entrant),
  );
  const tickets = play.entrants.flatMap(({ index }): Tickets[] => {
    const count = qualified.has(index) ? ticketsFor(board.scoreOf(index), format) : 0;
    return count > 0 ? [{ entrant: index, count }] : [];
  });
  const { seed } = play.roster;
  const honest = seed === null ? null : commitmentTo(seed) === format.commitment;
  const opensAt = graceEnd(play.endsAt ?? play.now, play.rules);
  const drawn =
    honest && seed !== null && play.now >= opensAt ? draw(tickets, seed, format.draws) : [];
  const placeOf = new Map(drawn.map(({ entrant }, index) => [entrant, index + 1]));
  const idOf = (entrant: number) => play.entrants[entrant]?.id ?? 0;
  const byPlace = lines.toSorted(
    (a, b) => (placeOf.get(a.entrant) ?? Infinity) - (placeOf.get(b.entrant) ?? Infinity) || 0,
  );
  return {
    ...PLAIN,
    lines: byPlace.map((line) => ({
      ...line,
      rank: placeOf.get(line.entrant) ?? null,
      tied: false,
      ...(placeOf.has(line.entrant) && { status: 'finished' as const }),
    })),
    events: drawn.map(({ entrant }, index): ContestEvent => ({
      kind: 'drawn',
      entrantId: idOf(entrant),
      place: index + 1,
      at: opensAt,
      seq: null,
    })),
    detail: {
      kind: 'raffle',
      tickets: tickets.map(({ entrant, count }) => ({ entrantId: idOf(entrant), count })),
      drawn: drawn.map(({ entrant, ticket }) => ({ ticket, entrantId: idOf(entrant) })),
      honest,
    },
  };
}

interface Tickets {
  readonly entrant: number;
  readonly count: number;
}

function ticketsFor(score: number, { ticketPer, mostTickets }: RaffleFormat): number {
  return Math.min(Math.max(0, Math.floor(score / ticketPer)), mostTickets ?? Infinity);
}

function draw(
  tickets: readonly Tickets[],
  seed: string,
  draws: number,
): readonly { readonly entrant: number; readonly ticket: number }[] {
  const drawn: { entrant: number; ticket: number }[] = [];
  let left = tickets;
  for (let place = 1; place <= draws && left.length > 0; place += 1) {
    const count = left.reduce((sum, one) => sum + one.count, 0);
    const ticket = drawBelow(seed, `draw ${place}`, count);
    const winner = ownerOf(left, ticket);
    drawn.push({ entrant: winner, ticket });
    left = left.filter(({ entrant }) => entrant !== winner);
  }
  return drawn;
}

function ownerOf(tickets: readonly Tickets[], ticket: number): number {
  let before = 0;
  for (const { entrant, count } of tickets) {
    before += count;
    if (ticket < before) return entrant;
  }
  throw new RangeError(`There is no ticket ${ticket} among ${before}`);
}
