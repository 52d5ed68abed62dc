import type { Metric } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';
import type { LeastOf } from './board-view.js';

/** Of how many of what a metric has to be to have a place; null where there is no least. */
export function leastOf(
  { formula }: Pick<Metric, 'formula'>,
  { measures, metrics }: Pick<Directory, 'measures' | 'metrics'>,
): LeastOf | null {
  if (formula.kind !== 'ratio' || !formula.least) return null;
  const { shown, ranked } = formula.least;
  const words = formula.denominator.terms.map(({ measureId }) => {
    const measure = measures.find(({ id }) => id === measureId);
    if (measure?.words) return measure.words;
    const unit = metrics.find(({ key }) => key === measure?.key)?.unit;
    return unit?.kind === 'count' ? { one: unit.one, many: unit.many } : UNNAMED;
  });
  const [first = UNNAMED] = words;
  const isSame = words.every(({ many }) => many === first.many);
  const { one, many } = isSame ? first : UNNAMED;
  return { shown, ranked, one, many };
}

/** What is counted together, and has no word in common. */
const UNNAMED = { one: 'record', many: 'records' };
