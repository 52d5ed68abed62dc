import type { ExplainedEntry } from '@bellwether/contracts';

/** A won deal of €100 on the 18th. */
export function explainedEntry(seq: number, change: Partial<ExplainedEntry> = {}): ExplainedEntry {
  return {
    seq,
    date: '2026-11-18',
    at: '2026-11-18T09:00:00.000Z',
    recordedAt: '2026-11-18T09:00:01.200Z',
    movements: [{ measure: 'revenue_won', version: 1, quantity: 10_000 }],
    record: { source: 'Events API', type: 'deal', externalId: 'D-1', name: 'Orsini' },
    revision: {
      number: 1,
      at: '2026-11-18T09:00:00.000Z',
      arrivedAt: '2026-11-18T09:00:01.000Z',
      told: { status: 'won', amount: '100.00' },
    },
    reverses: null,
    reversedBy: [],
    becauseOf: null,
    ...change,
  };
}

/** The entry that takes another one back, by what the source said then. */
export function reversalOf(
  taken: ExplainedEntry,
  seq: number,
  told: Readonly<Record<string, unknown>>,
): ExplainedEntry {
  return {
    ...taken,
    seq,
    recordedAt: '2026-11-19T11:52:00.000Z',
    movements: taken.movements.map((movement) => ({ ...movement, quantity: -movement.quantity })),
    revision: { ...taken.revision, number: taken.revision.number + 1, told: { ...told } },
    reverses: taken.seq,
    reversedBy: [],
  };
}
