import type { ExplainedEntry } from '@bellwether/application';
import type { ExplainedEntry as EntryReply } from '@bellwether/contracts';
import type { Measure, MeasureId } from '@bellwether/domain';

/** An entry of the ledger, as the API tells it. */
export function presentEntry(
  { movements, revision, at, recordedAt, reversedBy, ...entry }: ExplainedEntry,
  nameOf: ReadonlyMap<MeasureId, Measure>,
): EntryReply {
  return {
    ...entry,
    at: iso(at),
    recordedAt: iso(recordedAt),
    reversedBy: [...reversedBy],
    movements: movements.map(({ measureId, quantity }) => {
      const measure = nameOf.get(measureId);
      return { measure: measure?.key ?? '', version: measure?.version ?? 0, quantity };
    }),
    revision: {
      number: revision.number,
      at: iso(revision.at),
      arrivedAt: iso(revision.arrivedAt),
      told: { ...revision.told },
    },
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
