import type { Directory, Looker, SeeBoard } from '@bellwether/application';
import type { MetricsReply } from '@bellwether/contracts';
import type { Measure, Metric } from '@bellwether/domain';
import { measuresOf } from '@bellwether/domain';
import { facetOf } from '@bellwether/application';
import { presentUnit } from '../boards/board.presenter.js';

/** What boards can be of, as it is for who asks. */
export function presentMetrics(
  directory: Directory,
  seeBoard: SeeBoard,
  looker: Looker,
): MetricsReply['metrics'] {
  const { currency } = directory.organisation;
  return directory.metrics.map((metric) => ({
    key: metric.key,
    version: metric.version,
    title: metric.title,
    timing: metric.timing,
    direction: metric.direction,
    unit: presentUnit(metric.unit, currency),
    privacy: directory.privacyOf(metric.key),
    isForYou: seeBoard.isFor(directory, metric.key, looker),
    isQuotient: metric.formula.kind !== 'sum',
    madeOf: presentMeasures(metric, directory),
    brokenDownBy: facetOf(metric, directory.measures),
  }));
}

function presentMeasures(
  metric: Metric,
  { measures, organisation }: Directory,
): MetricsReply['metrics'][number]['madeOf'] {
  const ids = measuresOf(metric);
  return measures
    .filter(({ id }) => ids.includes(id))
    .flatMap((measure) => presentMeasure(measure, organisation.currency));
}

function presentMeasure({ key, unit, words }: Measure, currency: string) {
  if (!words) return [];
  const shown =
    unit === 'count' ? ({ kind: 'count', ...words } as const) : ({ kind: unit } as const);
  return [{ key, ...words, unit: presentUnit(shown, currency) }];
}
