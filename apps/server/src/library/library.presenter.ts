import type { Directory } from '@bellwether/application';
import type { KpiCard, LibraryReply } from '@bellwether/contracts';
import type { Kpi } from '@bellwether/domain';
import { KPIS, KPI_CATEGORIES } from '@bellwether/domain';

/** The catalogue, as a manager picks from it. */
export function presentLibrary({ metrics }: Directory): LibraryReply {
  const inUse = new Set(metrics.map(({ key }) => key));
  return {
    categories: [...KPI_CATEGORIES],
    kpis: KPIS.map((kpi) => presentKpi(kpi, inUse.has(kpi.metric.key))),
  };
}

function presentKpi(kpi: Kpi, inUse: boolean): KpiCard {
  const { id, key, name, category, meaning, formula, counts, tells, example, metric } = kpi;
  const { direction, timing } = metric;
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
    metric: metric.key,
    inUse,
  };
}
