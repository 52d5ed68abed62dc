import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentTo, drawBelow } from '../chance/draw.js';
import {
  AFTERWARDS,
  HOUR,
  MONDAY,
  RULES,
  entry,
  paid,
  people,
  prizes,
} from '../contest.fixture.js';
import type { FormatDetail } from '../format-detail.js';
import type { Judgement } from '../judgement.js';
import { judge } from '../judge.js';
import type { ContestRules } from '../rules/contest-rules.js';

const SEED = '4f1c 88a0 the bell';
const raffle = (seed: string, draws = 2): ContestRules => ({
  ...RULES,
  format: {
    kind: 'raffle',
    ticketPer: 10,
    mostTickets: 5,
    draws,
    commitment: commitmentTo(seed),
  },
  prizes: [{ kind: 'places', places: prizes(1_000, 500) }],
});
const four = people('ada', 'bea', 'cem', 'dan');
const sold = [entry(1, 1, 1, 9), entry(2, 2, 2, 25), entry(3, 3, 3, 900), entry(4, 4, 4, 10)];
type Raffle = Extract<FormatDetail, { kind: 'raffle' }>;
const drawOf = ({ detail }: Judgement) => detail as Raffle;

describe('a raffle', () => {
  it('gives a ticket for each full unit, up to its cap', () => {
    const { tickets, drawn, honest } = drawOf(judge(raffle(SEED), four, sold, MONDAY + 9 * HOUR));
    expect(tickets.map(({ entrantId, count }) => [entrantId, count])).toEqual([
      [2, 2],
      [3, 5],
      [4, 1],
    ]);
    expect([drawn, honest]).toEqual([[], null]);
  });

  it('is drawn when the seed is there and the grace is over, and pays by the order of the draw', () => {
    const roster = { ...four, seed: SEED };
    expect(drawOf(judge(raffle(SEED), roster, sold, MONDAY + 170 * HOUR)).drawn).toEqual([]);
    const result = judge(raffle(SEED), roster, sold, AFTERWARDS);
    const [first, second] = drawOf(result).drawn;
    expect(result.payouts.map(({ entrantId, amount }) => [entrantId, amount])).toEqual([
      [first!.entrantId, 1_000],
      [second!.entrantId, 500],
    ]);
    expect(result.events.filter(({ kind }) => kind === 'drawn')).toHaveLength(2);
  });

  it('draws nothing by another seed than was promised', () => {
    const result = judge(raffle(SEED), { ...four, seed: 'a better one' }, sold, AFTERWARDS);
    expect(drawOf(result)).toMatchObject({ honest: false, drawn: [] });
    expect(paid(result)).toEqual([]);
  });

  it('can be drawn again by anybody from what is published', () => {
    const scores = fc.array(fc.nat({ max: 80 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(scores, fc.string(), (some, seed) => {
        const entries = some.map((score, index) => entry(index + 1, index + 1, 1, score));
        const result = judge(raffle(seed, 3), { ...four, seed }, entries, AFTERWARDS);
        const { tickets, drawn } = drawOf(result);
        // As the published rule says: all tickets in a row, and who is drawn takes theirs out.
        let row = tickets.flatMap(({ entrantId, count }) => Array<number>(count).fill(entrantId));
        const again: number[] = [];
        for (let place = 1; place <= 3 && row.length > 0; place += 1) {
          const winner = row[drawBelow(seed, `draw ${place}`, row.length)]!;
          again.push(winner);
          row = row.filter((owner) => owner !== winner);
        }
        expect(drawn.map(({ entrantId }) => entrantId)).toEqual(again);
      }),
    );
  });
});
