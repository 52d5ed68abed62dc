import type { Connectors, Ledger } from '@bellwether/application';
import { FailPoints } from './fail-points.js';

/** Taking a delivery apart follows the proof that it is the source's. */
export function connectorsAt(points: FailPoints, connectors: Connectors): Connectors {
  if (!points.onStep) return connectors;
  return (kind) => {
    const connector = connectors(kind);
    return connector && points.around(connector, { split: { before: 'signature-checked' } });
  };
}

/** Steps inside and after a scoring transaction; one that writes nothing does not commit anything. */
export function ledgerAt<L extends Ledger>(points: FailPoints, ledger: L): L {
  const { onStep } = points;
  if (!onStep) return ledger;
  const transact: Ledger['transact'] = async (organisationId, work) => {
    let wrote = false;
    const inside = new FailPoints((point) => {
      wrote ||= point === 'before-scoring-commit';
      onStep(point);
    });
    const result = await ledger.transact(organisationId, (transaction) =>
      work(
        inside.around(transaction, {
          take: { after: 'deliveries-taken' },
          write: { after: 'before-scoring-commit' },
        }),
      ),
    );
    if (wrote) onStep('after-scoring-commit');
    return result;
  };
  // Around it, so that its other methods keep their own `this`.
  const kept = points.around(ledger, {});
  return new Proxy(kept, {
    get: (target, name) =>
      name === 'transact' ? transact : (Reflect.get(target, name, target) as unknown),
  });
}
