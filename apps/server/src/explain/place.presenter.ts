import type { Directory, PlaceExplained } from '@bellwether/application';
import type { VersusReply } from '@bellwether/contracts';
import { presentUnit } from '../boards/board.presenter.js';

/** Why somebody stands where they stand, as the API tells it. */
export function presentPlace(
  { metric, own, other, verdict, parts, needs, recordType }: PlaceExplained,
  { organisation, measures }: Directory,
): VersusReply {
  const keyOf = new Map(measures.map(({ id, key }) => [id, key]));
  const { key, title, unit, direction } = metric;
  return {
    metric: { key, title, unit: presentUnit(unit, organisation.currency), direction },
    own,
    other,
    verdict,
    parts:
      parts?.map(({ measureId, ...part }) => ({ measure: keyOf.get(measureId) ?? '', ...part })) ??
      null,
    needs,
    recordType,
  };
}
