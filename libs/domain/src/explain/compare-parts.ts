import type { MeasureId } from '../ids.js';
import type { Metric, TotalOf } from '../metrics/metric.js';
import { measuresOf, metricValue, windowsOf } from '../metrics/metric.js';
import type { Window } from '../metrics/window.js';

/** One sum behind a metric, of two who are compared. Quantities are in the measure's smallest part. */
export interface ComparedPart {
  readonly measureId: MeasureId;
  readonly window: Window;
  readonly own: number;
  readonly other: number;
  /**
   * What of the difference of their scores (own less the other's) comes from this part, in the metric's
   * smallest part. All effects add up to the difference. Null where that cannot be said.
   */
  readonly effect: number | null;
}

/** With more parts that differ, every mix of them would be too many. */
const MOST_PARTS = 8;

/** Takes the difference of two scores apart by the sums that both are made of. */
export function compareParts(
  metric: Pick<Metric, 'formula' | 'unit'>,
  own: TotalOf,
  other: TotalOf,
): readonly ComparedPart[] {
  const parts = windowsOf(metric).flatMap((window) =>
    measuresOf(metric, window).map((measureId) => ({
      measureId,
      window,
      own: own(measureId, window) ?? 0,
      other: other(measureId, window) ?? 0,
    })),
  );
  const effects = effectsOf(metric, parts);
  return parts.map((part) => ({
    ...part,
    effect: part.own === part.other ? 0 : (effects?.get(part) ?? null),
  }));
}

type Part = Omit<ComparedPart, 'effect'>;

/**
 * The fair share of each part: what it changes on average when the parts of one are exchanged for those
 * of the other one by one, over all orders. For a sum that is its own difference times its weight.
 * Undefined where one of the mixes on the way is no value.
 */
function effectsOf(
  metric: Pick<Metric, 'formula' | 'unit'>,
  parts: readonly Part[],
): ReadonlyMap<Part, number> | undefined {
  const differing = parts.filter((part) => part.own !== part.other);
  if (metric.formula.kind === 'sum') {
    return new Map(differing.map((part) => [part, scoreOf(metric, [part], 1) - scoreOf(metric, [part], 0)])); // prettier-ignore
  }
  if (differing.length > MOST_PARTS) return undefined;
  const scores = mixesOf(metric, parts, differing);
  if (!scores) return undefined;
  const orders = factorial(differing.length);
  return new Map(
    differing.map((part, index) => {
      let effect = 0;
      for (const [mix, score] of scores.entries()) {
        if (mix & (1 << index)) continue;
        const before = bitsIn(mix);
        const ways = factorial(before) * factorial(differing.length - before - 1);
        effect += (ways / orders) * ((scores[mix | (1 << index)] ?? 0) - score);
      }
      return [part, effect];
    }),
  );
}

/** The score of each mix; its bits say of which parts the own quantity is taken. */
function mixesOf(
  metric: Pick<Metric, 'formula' | 'unit'>,
  parts: readonly Part[],
  differing: readonly Part[],
): readonly number[] | undefined {
  const scores: number[] = [];
  for (let mix = 0; mix < 1 << differing.length; mix += 1) {
    const score = valueOf(metric, parts, (part) => Boolean(mix & (1 << differing.indexOf(part))));
    if (score === undefined) return undefined;
    scores.push(score);
  }
  return scores;
}

function scoreOf(
  metric: Pick<Metric, 'formula' | 'unit'>,
  parts: readonly Part[],
  own: 0 | 1,
): number {
  // Nothing to rank is a sum of 0.
  return valueOf(metric, parts, () => own === 1) ?? 0;
}

function valueOf(
  metric: Pick<Metric, 'formula' | 'unit'>,
  parts: readonly Part[],
  isOwn: (part: Part) => boolean,
): number | undefined {
  const totalOf: TotalOf = (measureId, window) => {
    const part = parts.find((one) => one.measureId === measureId && one.window === window);
    return part && (isOwn(part) ? part.own : part.other);
  };
  return metricValue(metric, totalOf)?.score;
}

function factorial(of: number): number {
  return of < 2 ? 1 : of * factorial(of - 1);
}

function bitsIn(mix: number): number {
  return mix === 0 ? 0 : (mix & 1) + bitsIn(mix >> 1);
}
