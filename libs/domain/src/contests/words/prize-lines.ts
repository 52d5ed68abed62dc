import type { ContestRules } from '../rules/contest-rules.js';
import type { Prize, PrizeRule } from '../rules/prize-rule.js';
import type { ContestWords } from './contest-words.js';
import { listed, ordinal, scoreInWords } from './contest-words.js';

/** What is won. */
export function prizeLinesOf(rules: ContestRules, words: ContestWords): string[] {
  return rules.prizes.flatMap((prize) => prizeInWords(prize, rules, words));
}

function prizeInWords(rule: PrizeRule, { score }: ContestRules, words: ContestWords): string[] {
  const inWords = (value: number) => scoreInWords(score, value, words);
  const worth = ({ amount, item }: Prize) => item ?? words.money(amount);
  switch (rule.kind) {
    case 'places':
      return [
        ...rule.places.map((place, index) => {
          const least = place.atLeast === null ? '' : `, from ${inWords(place.atLeast)} on`;
          return `The ${ordinal(index + 1)} place wins ${worth(place)}${least}.`;
        }),
        ...(rule.places.length > 1
          ? ['Who shares a place shares the prizes of all places taken together.']
          : []),
      ];
    case 'pot': {
      const whole = rule.weights.reduce((sum, weight) => sum + weight, 0);
      const parts = rule.weights.map((weight) => `${Math.round((weight * 1_000) / whole) / 10} %`);
      const pot =
        rule.pot.kind === 'sum'
          ? words.money(rule.pot.amount)
          : `${rule.pot.basisPoints / 100} % of what everybody comes to`;
      return [`The pot is ${pot}. It is shared by place: ${listed(parts)}.`];
    }
    case 'steps':
      return [
        ...rule.steps.map((step) => `Whoever reaches ${inWords(step.at)} wins ${worth(step)}.`),
        ...(rule.steps.length > 1
          ? [rule.pays === 'highest' ? 'Only the highest step is paid.' : 'Each step is paid.']
          : []),
      ];
    case 'per-unit': {
      const after = rule.after > 0 ? ` beyond ${inWords(rule.after)}` : '';
      const most = rule.most === null ? '' : `, at most ${words.money(rule.most)}`;
      return [`${words.money(rule.amount)} for each full ${inWords(rule.per)}${after}${most}.`];
    }
    case 'finishers': {
      const { first, prize } = rule;
      if (first === null) return [`Everybody who does it wins ${worth(prize)}.`];
      return first === 1
        ? [`The first to do it wins ${worth(prize)}.`]
        : [`The first ${first} to do it win ${worth(prize)} each.`];
    }
    case 'honour':
      return [
        rule.honour === 'mvp'
          ? `The most of the whole season wins ${worth(rule.prize)}.`
          : `The best of those who miss the play-offs wins ${worth(rule.prize)}.`,
      ];
  }
}
