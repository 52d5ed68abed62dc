import type { MetricsReply, Unit } from '@bellwether/contracts';
import { formatDuration } from '../numbers/format-duration.js';
import { formatMoney } from '../numbers/format-money.js';
import { formatScore } from '../numbers/format-score.js';

type Metric = Pick<MetricsReply['metrics'][number], 'key' | 'title' | 'unit'> &
  Partial<Pick<MetricsReply['metrics'][number], 'madeOf'>>;

/** What a measure counts, as far as a metric of the same name tells. */
export interface MeasureWords {
  readonly unit: Unit;
  /** `deals won` */
  readonly many: string;
  /** `deal won` */
  readonly one: string;
}

/** Names the measures that a number is made of. One that neither tells its words nor is a metric's is named by its key. */
export class MeasureDictionary {
  readonly #metrics: ReadonlyMap<string, Metric>;
  readonly #measures: ReadonlyMap<string, MeasureWords>;

  constructor(metrics: readonly Metric[]) {
    this.#metrics = new Map(metrics.map((metric) => [metric.key, metric]));
    const measures = metrics.flatMap(({ madeOf = [] }) => madeOf);
    this.#measures = new Map(measures.map((measure) => [measure.key, measure]));
  }

  wordsOf(measure: string): MeasureWords {
    const known = this.#measures.get(measure);
    if (known) return known;
    const metric = this.#metrics.get(measure);
    if (!metric) {
      const name = measure.replaceAll('_', ' ');
      return { unit: { kind: 'count', one: name, many: name }, many: name, one: name };
    }
    const { unit, title } = metric;
    const many = title.charAt(0).toLocaleLowerCase() + title.slice(1);
    const one = unit.kind === 'count' ? singular(many, unit) : many;
    return { unit, many, one };
  }

  /** `1 deal won`, `24 meetings held`, `€20,750 closed-won revenue`; falls keep their sign. */
  phrase(measure: string, quantity: number, locale: string): string {
    const { unit, many, one } = this.wordsOf(measure);
    const amount = formatScore(unit, quantity, locale);
    return `${amount} ${Math.abs(quantity) === 1000 && unit.kind === 'count' ? one : many}`;
  }
}

/** A quantity with its sign, as it stands in a ledger: `+1`, `−€20,750`, `+4 min 20 s`. */
export function signed(unit: Unit, quantity: number, locale: string): string {
  const plus = quantity > 0 ? '+' : '';
  if (unit.kind === 'money') return plus + formatMoney(quantity, unit, locale);
  if (unit.kind === 'duration') return plus + formatDuration(quantity);
  return plus + formatScore(unit, quantity, locale);
}

function singular(many: string, unit: Extract<Unit, { readonly kind: 'count' }>): string {
  const at = many.toLocaleLowerCase().indexOf(unit.many.toLocaleLowerCase());
  if (at < 0) return many;
  return many.slice(0, at) + unit.one + many.slice(at + unit.many.length);
}
