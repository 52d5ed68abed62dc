import type { OwnMetricDraft } from './own-metric-draft.js';
import { namesIn } from './formula-names.js';

/** The other metrics that a draft is made of, by key. */
export function partsNamed({ from }: OwnMetricDraft): readonly string[] {
  switch (from.kind) {
    case 'records':
      return [];
    case 'points':
      return from.terms.map(({ metric }) => metric);
    case 'formula':
      return namesIn(from.cel).map(({ name }) => name);
  }
}
