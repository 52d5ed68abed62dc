import type { Contribution } from './counting/contributions.js';
import type { Play } from './counting/play.js';
import { Scoreboard } from './counting/scoreboard.js';
import type { ContestStanding, NextStep } from './judgement.js';
import type { Payout } from './payout.js';
import { paidPlaces } from './prizes/paid-places.js';
import type { Line, Outcome } from './ranking/outcome.js';
import type { PrizeRule, StepPrize } from './rules/prize-rule.js';

/** The lines of a format as people see them. */
export function standingsOf(
  play: Play,
  { lines, places }: Outcome,
  payouts: readonly Payout[],
): readonly ContestStanding[] {
  const { rules, entrants } = play;
  const winning = new Set(payouts.map(({ entrantId }) => entrantId));
  const steps = stepsOf(rules.prizes);
  const paid = places === 'none' ? 0 : paidPlaces(rules.prizes);
  const held = heldScores(play);
  return lines.map((line) => {
    const { entrant, rank, tied, status, score, parts, reachedAt, missing } = line;
    const id = entrants[entrant]?.id ?? 0;
    return {
      entrantId: id,
      name: entrants[entrant]?.name ?? '',
      rank,
      tied,
      status,
      score,
      parts,
      reachedAt,
      progress: line.progress ?? towards(steps, score),
      inPrizes: winning.has(id),
      next: nextOf(play, lines, line, steps, paid),
      missing,
      held: held.get(entrant) ?? 0,
    };
  });
}

function stepsOf(prizes: readonly PrizeRule[]): readonly StepPrize[] {
  return prizes
    .flatMap((prize) => (prize.kind === 'steps' ? prize.steps : []))
    .toSorted((a, b) => a.at - b.at);
}

function towards(steps: readonly StepPrize[], score: number): number | null {
  const last = steps.at(-1);
  return last && last.at > 0 ? score / last.at : null;
}

/** The next step; the target, for who is on the way to one; else the next place that pays, or pays more. */
function nextOf(
  { rules }: Play,
  lines: readonly Line[],
  { status, score, rank }: Line,
  steps: readonly StepPrize[],
  paid: number,
): NextStep | null {
  if (status !== 'in') return null;
  const step = steps.findIndex(({ at }) => at > score);
  const next = steps[step];
  if (next) return { kind: 'step', step: step + 1, away: next.at - score, amount: next.amount };
  const { format } = rules;
  if (format.kind === 'race') return { kind: 'target', away: format.target - score };
  if (rank === null || rank === 1 || paid === 0) return null;
  const place = Math.min(rank - 1, paid);
  const there = lines.findLast((line) => line.rank !== null && line.rank <= place);
  if (!there?.rank) return null;
  // Who is level and behind by a tie-break needs the least that counts.
  return { kind: 'place', place: there.rank, away: Math.max(1, there.score - score) };
}

/** By entrant, what the score would gain if all that is held counted. */
function heldScores(play: Play): ReadonlyMap<number, number> {
  const gains = new Map<number, number>();
  if (play.held.length === 0) return gains;
  const [without, all] = [new Scoreboard(play), new Scoreboard(play)];
  const concerned = new Set(play.held.map(({ entrant }) => entrant));
  const own = ({ entrant }: Contribution) => concerned.has(entrant);
  without.count(play.counted.filter(own));
  all.count([...play.counted.filter(own), ...play.held].toSorted((a, b) => a.at - b.at));
  for (const entrant of concerned) {
    gains.set(entrant, all.scoreOf(entrant) - without.scoreOf(entrant));
  }
  return gains;
}
