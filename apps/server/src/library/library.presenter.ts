import type { Directory } from '@bellwether/application';
import type { KpiCard, LibraryReply } from '@bellwether/contracts';
import type { Kpi } from '@bellwether/domain';
import { KPIS, KPI_CATEGORIES, SCORECARD_KPIS } from '@bellwether/domain';

/** The metric that shows it; null where scorecards do. */
interface Shown {
  readonly key: string | null;
}

/** The catalogue, as a manager picks from it. */
export function presentLibrary({ metrics }: Directory): LibraryReply {
  const inUse = new Set(metrics.map(({ key }) => key));
  return {
    categories: [...KPI_CATEGORIES],
    kpis: [
      ...KPIS.map((kpi) => presentKpi(kpi, kpi.metric, inUse.has(kpi.metric.key))),
      ...SCORECARD_KPIS.map((kpi) => presentKpi(kpi, { ...kpi, key: null }, false)),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function presentKpi(
  kpi: Omit<Kpi, 'metric' | 'measures'>,
  { key: metric, direction, timing }: Pick<KpiCard, 'direction' | 'timing'> & Shown,
  inUse: boolean,
): KpiCard {
  const { id, key, name, category, meaning, formula, counts, tells, example } = kpi;
  return {
    id,
    key,
    name,
    category,
    meaning,
    formula,
    counts,
    direction,
    timing,
    tells,
    roles: [...kpi.roles],
    needs: [...kpi.needs],
    example,
    metric,
    inUse,
  };
}
