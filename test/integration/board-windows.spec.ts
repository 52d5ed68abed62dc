import type { BoardLine, BuiltMember, StoredMember, WindowRequest } from '@bellwether/application';
import { DayStartRanks, ViewBoard } from '@bellwether/application';
import type { BoardChange, EntrySeq, Metric, Standing } from '@bellwether/domain';
import { boardKeyOf, boardOrder, isByBound, rankStandings } from '@bellwether/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 40) };
const NAMES = ['ada', 'Ada', 'adam', 'zoë', 'zoe', '\u{1f600}', '\u{ffee}', 'bea', 'cem', 'dov'];
const DAY = Date.UTC(2026, 10, 18);

/** Few scores and few moments: many share both. */
const few = fc.record({
  numerator: fc.integer({ min: -2, max: 3 }),
  denominator: fc.integer({ min: 0, max: 3 }),
  reachedAt: fc.integer({ min: DAY, max: DAY + 2 }),
});
const everybody = fc.array(few, { minLength: NAMES.length, maxLength: NAMES.length });
const moves = fc.array(fc.tuple(fc.nat({ max: NAMES.length - 1 }), few, fc.boolean()), {
  maxLength: 30,
});
/** Of ratios: with or without a least of these few, by their value or by a bound of it. */
const leasts = fc.constantFrom(
  {},
  { least: { shown: 1, ranked: 2, each: 1 } },
  { least: { shown: 2, ranked: 3, each: 1 }, isProportion: true },
  { least: { shown: 1, ranked: 1, each: 1 }, isProportion: true },
);
const boards = fc.record({
  leasts,
  direction: fc.constantFrom('higher' as const, 'lower' as const),
  id: fc.constantFrom('revenue_won.all.reps', 'win_rate.all.reps'),
});
const span = fc.nat({ max: 3 });

/** What somebody's totals come to, as the rules of the metric say. */
function memberOf(metric: Metric, member: number, { numerator, denominator, reachedAt }: Totals) {
  const isRatio = metric.formula.kind === 'ratio';
  const score = isRatio ? (denominator === 0 ? null : numerator / denominator) : numerator || null;
  const parts = isRatio ? { numerator, denominator } : { numerator: 0, denominator: 0 };
  return { member, score, ...parts, reachedAt } satisfies BuiltMember;
}

/** A ratio of it by these rules instead of its own; anything else as it is. */
function ruled(metric: Metric, rules: object): Metric {
  const { formula } = metric;
  if (formula.kind !== 'ratio') return metric;
  const { numerator, denominator } = formula;
  return { ...metric, formula: { kind: 'ratio', numerator, denominator, ...rules } };
}

function standingOf(member: BuiltMember, name: string): (Standing & StoredMember)[] {
  const { score } = member;
  return score === null ? [] : [{ ...member, id: member.member, name, score }];
}

const placeOf = ({ id, rank, tied }: Pick<BoardLine, 'id' | 'rank' | 'tied'>) => ({
  id,
  rank,
  tied,
});

interface Totals {
  readonly numerator: number;
  readonly denominator: number;
  readonly reachedAt: number;
}

async function floorOfNames() {
  const world = await World.open(stores.database, stores.redis, { teams: { Iberia: NAMES } });
  const clock = { now: () => world.now };
  const dayStart = new DayStartRanks(world.totals, clock);
  const view = new ViewBoard(world.store, world.boards, world.directories, dayStart, clock);
  const ids = NAMES.map((name) => world.people.get(name) as number);
  return { world, view, ids };
}

describe('a board full of ties', () => {
  it('is in the order of the rules, whatever moves on it', async () => {
    const { world, ids } = await floorOfNames();
    const { organisationId, store } = world;
    const nameOf = (_: unknown, member: number) => NAMES[ids.indexOf(member)] ?? '';
    await fc.assert(
      fc.asyncProperty(
        boards,
        everybody,
        moves,
        async ({ id, direction, leasts: rules }, totals, changes) => {
          const board = await world.board(id);
          const metric = ruled({ ...(await world.metric(board)), direction }, rules);
          const now = totals.map((of) => ({ ...of }));
          const members = now.map((of, index) => memberOf(metric, ids[index] ?? 0, of));
          await store.drop(organisationId);
          await store.begin(organisationId, 0 as EntrySeq);
          const { checkpoint } = await store.state(organisationId);
          const at = checkpoint ?? (0 as EntrySeq);
          await store.build(organisationId, board, metric, at, members, nameOf);
          const { generation } = await store.state(organisationId);
          const live = { key: boardKeyOf(board), board, builtAt: at, version: metric.version };
          for (const [who, { numerator, denominator, reachedAt }, takesBack] of changes) {
            const of = now[who] as (typeof now)[number];
            of.numerator += numerator;
            of.denominator += denominator;
            of.reachedAt = takesBack ? reachedAt : Math.max(of.reachedAt, reachedAt);
            const member = { member: ids[who] ?? 0, numerator, denominator, reachedAt, takesBack };
            const moved: BoardChange = { live, metric, members: [member] };
            const step = { from: at, to: at, generation, boards: [moved], newest: null, nameOf };
            expect(await store.apply(organisationId, step)).toBe('applied');
          }
          const standings = now.flatMap((of, index) =>
            standingOf(memberOf(metric, ids[index] ?? 0, of), NAMES[index] ?? ''),
          );
          const wanted = rankStandings(standings, boardOrder(metric)).map(
            ({ member, score, numerator, denominator, reachedAt }) => ({
              member,
              score: score + 0,
              numerator,
              denominator,
              reachedAt,
            }),
          );
          expect(await store.members(organisationId, board, metric)).toEqual(wanted);
        },
      ),
      runs,
    );
  });

  it('shows the same lines in every window as on the whole', async () => {
    const { world, view, ids } = await floorOfNames();
    const { organisationId, store } = world;
    const nameOf = (_: unknown, member: number) => NAMES[ids.indexOf(member)] ?? '';
    const lines = async (id: string, request: WindowRequest): Promise<readonly BoardLine[]> =>
      (await view.execute(organisationId, id, request))?.lines ?? [];
    const windows = fc.record({ from: fc.nat({ max: 11 }), count: fc.nat({ max: 5 }), span });
    await fc.assert(
      fc.asyncProperty(boards, everybody, windows, async ({ id }, totals, window) => {
        const board = await world.board(id);
        const metric = await world.metric(board);
        const members = totals.map((of, index) => memberOf(metric, ids[index] ?? 0, of));
        await store.begin(organisationId, 0 as EntrySeq);
        const { checkpoint } = await store.state(organisationId);
        const at = checkpoint ?? (0 as EntrySeq);
        await store.build(organisationId, board, metric, at, members, nameOf);
        const whole = await lines(id, { kind: 'top', from: 0, to: 499 });
        const again = rankStandings(
          members.flatMap((member, index) => standingOf(member, NAMES[index] ?? '')),
          boardOrder(metric),
        );
        expect(whole.map(placeOf)).toEqual(again.map(placeOf));
        expect(whole.map(({ position }) => position)).toEqual([...whole.keys()]);
        for (const [index, { gap, score, rank }] of whole.entries()) {
          const ahead = whole.slice(0, index).findLast((line) => line.score !== score);
          const tells = ahead && rank !== null && !isByBound(metric);
          expect(gap).toBe(tells ? Math.abs((ahead.score ?? 0) - (score ?? 0)) : null);
        }
        const { from, count } = window;
        const top = await lines(id, { kind: 'top', from, to: from + count });
        expect(top).toEqual(whole.slice(from, from + count + 1));
        for (const [index, { id: member }] of whole.entries()) {
          const around = await lines(id, { kind: 'around', member, span: window.span });
          const first = Math.max(0, index - window.span);
          expect(around).toEqual(whole.slice(first, index + window.span + 1));
        }
      }),
      runs,
    );
  });

  it('reads a few lines of ten thousand that are all equal, and the right ones', async () => {
    const world = await World.open(stores.database, stores.redis);
    const { organisationId, store } = world;
    const board = await world.board('deals_won.all.reps');
    const metric = await world.metric(board);
    const nameOf = (_: unknown, member: number) => `person ${(member * 7_919) % 10_000}`;
    const members = Array.from({ length: 10_000 }, (_, index): BuiltMember => ({
      member: index + 1,
      score: 1_000,
      numerator: 0,
      denominator: 0,
      reachedAt: DAY,
    }));
    await store.begin(organisationId, 0 as EntrySeq);
    const { checkpoint } = await store.state(organisationId);
    const at = checkpoint ?? (0 as EntrySeq);
    await store.build(organisationId, board, metric, at, members, nameOf);
    const ordered = members.map(({ member }) => member);
    ordered.sort((a, b) => (nameOf(board, a) < nameOf(board, b) ? -1 : 1));
    for (const position of [0, 1, 4_999, 9_998, 9_999]) {
      const member = ordered[position] ?? 0;
      const around = { kind: 'around', member, span: 2 } as const;
      const window = await store.read(organisationId, board, metric, around);
      expect(window).toMatchObject({ ahead: 0, better: null, ranked: 10_000 });
      expect(window?.from).toBe(Math.max(0, position - 3));
      expect(window?.members.map((line) => line.member)).toEqual(
        ordered.slice(Math.max(0, position - 3), position + 4),
      );
    }
  });
});
