import { isKeepable, mayBeUnkeepable } from '@bellwether/domain';
import type { Connectors, Mapping } from '../ports/connector.js';
import type { Delivery } from '../ports/ledger.js';

const NO_BODY =
  'What was sent is no longer kept (BELLWETHER_KEEP_BODIES_DAYS), so it cannot be tried again; ' +
  'change the record at its source to have it sent anew';

/** One text that cannot be kept would hold up everything that comes behind it. */
const UNKEEPABLE: Mapping = {
  kind: 'unmappable',
  reason: 'A text in it holds the character NUL, or half of a surrogate pair; send it without',
};

/** What its connector makes of a delivery; never throws. */
export function mapDelivery(
  connectors: Connectors,
  { source, body, key }: Pick<Delivery, 'source' | 'body' | 'key'>,
): Mapping {
  const connector = connectors(source.kind);
  if (!connector) return { kind: 'unmappable', reason: `No connector speaks "${source.kind}"` };
  if (body === null) return { kind: 'unmappable', reason: NO_BODY };
  try {
    const mapping = connector.map(body, key, source);
    return mayBeUnkeepable(body) && !isKeepable(mapping) ? UNKEEPABLE : mapping;
  } catch (error) {
    // A vendor's surprise must not hold up what comes behind it: it is parked with its reason.
    return { kind: 'unmappable', reason: error instanceof Error ? error.message : String(error) };
  }
}
