import type { ContestRules } from './rules/contest-rules.js';
import { MOST_LINES } from './rules/score-rule.js';

/** What keeps rules from being played, and which part of them it is about. */
export interface RuleProblem {
  readonly at: 'score' | 'format' | 'prizes' | 'window';
  readonly reason: string;
}

const FEWEST: Readonly<Partial<Record<ContestRules['format']['kind'], number>>> = {
  duel: 2,
  bracket: 2,
  league: 4,
};
const MOST_IN_BRACKET = 512;
const MOST_GAMES = 40;

/** Everything that is wrong with rules for so many entrants; what is wrong in the shape of the data is not asked here. */
export function ruleProblems(rules: ContestRules, entrants: number): readonly RuleProblem[] {
  return [
    ...scoreProblems(rules),
    ...formatProblems(rules, entrants),
    ...windowProblems(rules),
    ...prizeProblems(rules),
  ];
}

function scoreProblems({ score }: ContestRules): readonly RuleProblem[] {
  const reasons: string[] = [];
  const { lines } = score;
  if (lines.length === 0) reasons.push('Choose at least one metric.');
  if (lines.length > MOST_LINES) reasons.push(`A score has at most ${MOST_LINES} metrics.`);
  if (new Set(lines.map(({ metric }) => metric)).size < lines.length) {
    reasons.push('A metric counts once.');
  }
  const isPercent = (kind: string) =>
    kind === 'target' || kind === 'improvement' || kind === 'rate';
  const units = new Set(lines.map(({ worth: { kind } }) => (isPercent(kind) ? 'percent' : kind)));
  if (units.size > 1) reasons.push('Values, points and percent do not add up to one score.');
  const times = score.multiplier?.factors ?? [];
  if (times.some((factor) => factor.times < 1_000 || factor.weight < 1)) {
    reasons.push('Chance gives, it does not take: factors are 1 or more.');
  }
  return reasons.map((reason) => ({ at: 'score', reason }));
}

function formatProblems(rules: ContestRules, entrants: number): readonly RuleProblem[] {
  const { format } = rules;
  const reasons: string[] = [];
  const fewest = FEWEST[format.kind] ?? 1;
  if (entrants < fewest) reasons.push(`It takes at least ${fewest} to play this.`);
  switch (format.kind) {
    case 'duel':
      if (entrants > 2) reasons.push('A duel is one against one.');
      break;
    case 'bracket':
      if (entrants > MOST_IN_BRACKET) reasons.push(`A bracket has room for ${MOST_IN_BRACKET}.`);
      break;
    case 'league':
      if (format.games < 1 || format.games > MOST_GAMES) {
        reasons.push(`A season has 1 to ${MOST_GAMES} games.`);
      }
      if (format.playOffs > entrants) reasons.push('More play off than play.');
      break;
    case 'elimination': {
      const out = format.cuts.reduce((sum, cut) => sum + cut.out, 0);
      if (out >= entrants) reasons.push('Somebody has to be left after the last cut.');
      const { from, until } = rules.window;
      if (format.cuts.some(({ at }) => at <= from || (until !== null && at > until))) {
        reasons.push('Cuts are between the start and the end.');
      }
      break;
    }
    case 'bingo':
      if (![9, 16, 25].includes(format.cells.length))
        reasons.push('A card has 9, 16 or 25 fields.');
      break;
    case 'relay':
      if (rules.entrants === 'reps') reasons.push('A relay is run by teams or sides.');
      if (format.legs.length === 0) reasons.push('A relay has at least one leg.');
      break;
    case 'streak':
      if (format.minimums.length === 0) reasons.push('Say what a day takes.');
      if (rules.entrants !== 'reps') reasons.push('A streak is somebody’s own.');
      break;
    case 'raffle':
      if (!/^[\da-f]{64}$/.test(format.commitment)) reasons.push('Publish the hash of the seed.');
      break;
    case 'rank':
    case 'race':
    case 'king-of-the-hill':
    case 'epic-goal':
      break;
  }
  return reasons.map((reason) => ({ at: 'format', reason }));
}

function windowProblems({ window, format, recurrence }: ContestRules): readonly RuleProblem[] {
  const { from, until } = window;
  const reasons: string[] = [];
  if (until === null) {
    const isWon = format.kind === 'race' && format.ends === 'when-won';
    if (!isWon) reasons.push('Only a race that ends with its winner needs no end.');
    if (recurrence) reasons.push('What has no end does not come again.');
  } else if (until <= from) reasons.push('The end is after the start.');
  return reasons.map((reason) => ({ at: 'window', reason }));
}

function prizeProblems({ prizes, format }: ContestRules): readonly RuleProblem[] {
  const reasons = prizes.flatMap((prize) => {
    if (prize.kind === 'honour' && format.kind !== 'league') return ['Only a league has honours.'];
    if (prize.kind === 'pot' && prize.weights.every((weight) => weight <= 0)) {
      return ['A pot is shared by weights above 0.'];
    }
    return [];
  });
  return reasons.map((reason) => ({ at: 'prizes', reason }));
}
