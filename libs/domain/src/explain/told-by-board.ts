import type { Metric } from '../metrics/metric.js';

/** Whether a board that tells values tells the sums behind them, too: its lines have both halves of a rate. */
export function isToldByBoard({ formula }: Pick<Metric, 'formula'>): boolean {
  switch (formula.kind) {
    case 'sum':
      return formula.terms.length === 1;
    case 'ratio':
      return formula.numerator.terms.length === 1 && formula.denominator.terms.length === 1;
    case 'computed':
      return false;
  }
}
