import type { LocalDateTime } from '../rules/contest-window.js';
import type { ScoreRule } from '../rules/score-rule.js';

/** How a reader is told what the rules hold as keys and smallest units. */
export interface ContestWords {
  /** `Deals won` */
  readonly metric: (key: string) => string;
  /** `20 calls` or `€1,250.00`, of a quantity in the metric's smallest unit. */
  readonly quantity: (key: string, quantity: number) => string;
  /** Minor units: `€500`. */
  readonly money: (amount: number) => string;
  /** `Monday 23 November, 08:00` */
  readonly moment: (moment: LocalDateTime) => string;
}

const THOUSANDTHS = 1_000;

/** A score with its unit: of a single value the metric's own, else points or percent. */
export function scoreInWords({ lines }: ScoreRule, score: number, words: ContestWords): string {
  const [first] = lines;
  if (!first) return String(score);
  switch (first.worth.kind) {
    case 'value':
      return words.quantity(first.metric, score);
    case 'points':
      return counted(score / THOUSANDTHS, 'point');
    case 'target':
    case 'improvement':
    case 'rate':
      return `${score} %`;
  }
}

/** `1 point`, `2 points` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const ORDINALS = ['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

/** `first`, `second`, …, `8th` */
export function ordinal(place: number): string {
  const known = ORDINALS[place];
  if (known !== undefined) return known;
  const ending = ['th', 'st', 'nd', 'rd'][place % 100 > 10 && place % 100 < 14 ? 0 : place % 10];
  return `${place}${ending ?? 'th'}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
