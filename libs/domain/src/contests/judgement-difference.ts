import type { Judgement } from './judgement.js';

/** What is different for one entrant. Null ranks have no place. */
export interface EntrantDifference {
  readonly entrantId: number;
  readonly name: string;
  readonly rank: { readonly before: number | null; readonly after: number | null };
  readonly score: { readonly before: number; readonly after: number };
  /** Minor units. */
  readonly amount: { readonly before: number; readonly after: number };
  readonly items: { readonly lost: readonly string[]; readonly won: readonly string[] };
}

/**
 * Whom a change of the rules or of the data moves, in the order of the later standing; who is as before is left out. Who
 * takes part in one of both only has nothing in the other.
 */
export function differenceBetween(
  before: Judgement,
  after: Judgement,
): readonly EntrantDifference[] {
  const [was, is] = [sideOf(before), sideOf(after)];
  const ids = new Set([...is.keys(), ...was.keys()]);
  return [...ids].flatMap((entrantId) => {
    const [old, fresh] = [was.get(entrantId), is.get(entrantId)];
    const pair = <T>(of: (side: Side | undefined) => T) => ({ before: of(old), after: of(fresh) });
    const difference: EntrantDifference = {
      entrantId,
      name: (fresh ?? old)?.name ?? '',
      rank: pair((side) => side?.rank ?? null),
      score: pair((side) => side?.score ?? 0),
      amount: pair((side) => side?.amount ?? 0),
      items: {
        lost: without(old?.items ?? [], fresh?.items ?? []),
        won: without(fresh?.items ?? [], old?.items ?? []),
      },
    };
    return isSame(difference) ? [] : [difference];
  });
}

interface Side {
  readonly name: string;
  readonly rank: number | null;
  readonly score: number;
  readonly amount: number;
  readonly items: readonly string[];
}

function sideOf({ standings, payouts }: Judgement): ReadonlyMap<number, Side> {
  const paid = new Map(payouts.map((payout) => [payout.entrantId, payout]));
  return new Map(
    standings.map(({ entrantId, name, rank, score }) => {
      const { amount = 0, items = [] } = paid.get(entrantId) ?? {};
      return [entrantId, { name, rank, score, amount, items }];
    }),
  );
}

/** The things of a list that another one lacks, each as often as it lacks them. */
function without(items: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return items.filter((item) => {
    const index = left.indexOf(item);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function isSame({ rank, score, amount, items }: EntrantDifference): boolean {
  return (
    rank.before === rank.after &&
    score.before === score.after &&
    amount.before === amount.after &&
    items.lost.length === 0 &&
    items.won.length === 0
  );
}
