import { withoutNoise } from './without-noise.js';
import type { ScorePart } from '../judgement.js';
import type { ScoreLine, ScoreRule } from '../rules/score-rule.js';
import type { Entrant } from './entrants.js';
import { meanBefore, targetOf } from './entrants.js';

/** What somebody has of a metric, in its smallest unit. */
export type QuantityOf = (metric: string) => number;

/** Works out the score of an entrant from quantities, and what it is made of. */
export interface Scorer {
  readonly score: (quantityOf: QuantityOf) => number;
  readonly parts: (quantityOf: QuantityOf) => readonly ScorePart[];
}

/** Targets and baselines are looked up once: a contest asks for a score at each of its moments. */
export function scorerFor({ lines }: ScoreRule, entrant: Entrant): Scorer {
  const worths = lines.map((line) => ({ line, worthOf: worthFor(line, entrant) }));
  const partOf = ({ line, worthOf }: (typeof worths)[number], quantityOf: QuantityOf) => {
    const worth = worthOf(quantityOf(line.metric), quantityOf);
    return line.most === null ? worth : Math.min(worth, line.most);
  };
  return {
    score: (quantityOf) => {
      let sum = 0;
      for (const worth of worths) sum += partOf(worth, quantityOf);
      return withoutNoise(sum);
    },
    parts: (quantityOf) =>
      worths.map((worth) => ({
        metric: worth.line.metric,
        quantity: quantityOf(worth.line.metric),
        score: partOf(worth, quantityOf),
      })),
  };
}

function worthFor(
  { metric, worth }: ScoreLine,
  entrant: Entrant,
): (quantity: number, quantityOf: QuantityOf) => number {
  switch (worth.kind) {
    case 'value':
      return (quantity) => quantity;
    case 'points': {
      const { points, per, whole } = worth;
      return whole
        ? (quantity) => Math.trunc(quantity / per) * points
        : (quantity) => timesOver(quantity, points, per);
    }
    case 'target': {
      const target = targetOf(entrant, metric);
      return (quantity) => (target > 0 ? withoutNoise((quantity * worth.weight) / target) : 0);
    }
    case 'improvement': {
      const baseline = Math.max(meanBefore(entrant, metric), worth.floor);
      return (quantity) =>
        baseline > 0 ? withoutNoise(((quantity - baseline) * worth.weight) / baseline) : 0;
    }
    case 'rate':
      return (quantity, quantityOf) => {
        const of = quantityOf(worth.of);
        return of > 0 ? withoutNoise((quantity * 100) / of) : 0;
      };
  }
}

/** `quantity × times ÷ over`, rounded half away from 0, also beyond what a number holds exactly. */
function timesOver(quantity: number, times: number, over: number): number {
  const product = Math.abs(quantity) * times;
  const size = Number.isSafeInteger(product)
    ? Math.floor((product + over / 2) / over)
    : Number((BigInt(Math.abs(quantity)) * BigInt(times) * 2n + BigInt(over)) / BigInt(2 * over));
  return size === 0 ? 0 : Math.sign(quantity) * size;
}
