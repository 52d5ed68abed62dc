import { graceEnd } from './counting/grace-end.js';
import type { EntrySeq, Instant } from '../ids.js';
import { judge } from './judge.js';
import { differenceBetween } from './judgement-difference.js';
import type { Roster } from './roster.js';
import type { AfterEnd, ContestRules } from './rules/contest-rules.js';
import type { TimelineEntry } from './timeline-entry.js';

/** What a change of the data means for one who took part in a contest that is over. */
export interface Adjustment {
  /** When the ledger heard of the change. */
  readonly at: Instant;
  readonly entrantId: number;
  readonly name: string;
  /** Minor units; below 0 is given back. 0 for what is only noted, or where things alone change hands. */
  readonly amount: number;
  readonly lost: readonly string[];
  readonly won: readonly string[];
  /** What it would be if the result followed; the same as `amount` where it does. */
  readonly noted: number;
  /** The entries that were heard of at the moment. */
  readonly because: readonly EntrySeq[];
}

/**
 * What came after a result was made official, one line for each moment and entrant, in order. The result of `officialAt`
 * is never rewritten: whoever adds the adjustments to it has what is owed. With `freeze` nothing is owed, with `claw-back`
 * only what is given back. What was given back once is not given back again, and may be had back.
 */
export function adjustmentsAfter(
  rules: ContestRules,
  roster: Roster,
  timeline: readonly TimelineEntry[],
  officialAt: Instant,
  now: Instant,
): readonly Adjustment[] {
  const following: ContestRules = { ...rules, afterEnd: 'follow' };
  const official = judge(rules, roster, timeline, officialAt);
  const settledAt = settlingEnd(rules, official.endsAt, officialAt);
  const moments = [
    ...new Set(
      timeline
        .filter(({ recordedAt }) => recordedAt > settledAt && recordedAt <= now)
        .map(({ recordedAt }) => recordedAt),
    ),
  ].toSorted((a, b) => a - b);
  const paid = new Map(official.payouts.map(({ entrantId, amount }) => [entrantId, amount]));
  let before = official;
  return moments.flatMap((at) => {
    const after = judge(following, roster, timeline, at);
    const because = timeline
      .filter(({ recordedAt }) => recordedAt === at)
      .map(({ seq }) => seq)
      .toSorted((a, b) => a - b);
    const changes = differenceBetween(before, after).flatMap((change): readonly Adjustment[] => {
      const { entrantId, name, amount, items } = change;
      const noted = amount.after - amount.before;
      if (noted === 0 && items.lost.length === 0 && items.won.length === 0) return [];
      const was = paid.get(entrantId) ?? 0;
      const owed = owedBy(rules.afterEnd, amount, was, official.payouts, entrantId);
      paid.set(entrantId, owed);
      const things = thingsBy(rules.afterEnd, items);
      return [{ at, entrantId, name, amount: owed - was, ...things, noted, because }];
    });
    before = after;
    return changes;
  });
}

/** From when on the official result no longer took anything in. */
function settlingEnd(rules: ContestRules, endsAt: Instant | null, officialAt: Instant): Instant {
  if (rules.afterEnd === 'follow' || endsAt === null) return officialAt;
  return Math.min(officialAt, graceEnd(endsAt, rules));
}

/** What somebody is to have in all, by now. */
function owedBy(
  policy: AfterEnd,
  { after }: { readonly after: number },
  was: number,
  official: readonly { readonly entrantId: number; readonly amount: number }[],
  entrantId: number,
): number {
  switch (policy) {
    case 'follow':
      return after;
    case 'freeze':
      return was;
    case 'claw-back':
      return Math.min(after, official.find((one) => one.entrantId === entrantId)?.amount ?? 0);
  }
}

function thingsBy(
  policy: AfterEnd,
  { lost, won }: { readonly lost: readonly string[]; readonly won: readonly string[] },
): Pick<Adjustment, 'lost' | 'won'> {
  switch (policy) {
    case 'follow':
      return { lost, won };
    case 'freeze':
      return { lost: [], won: [] };
    case 'claw-back':
      return { lost, won: [] };
  }
}
