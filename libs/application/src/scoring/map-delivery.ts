import { isKeepable, mayBeUnkeepable } from '@bellwether/domain';
import type { Connectors, Mapping, Source } from '../ports/connector.js';
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
    const mapping = stamped(connector.map(body, key, source), source);
    return mayBeUnkeepable(body) && !isKeepable(mapping) ? UNKEEPABLE : mapping;
  } catch (error) {
    // A vendor's surprise must not hold up what comes behind it: it is parked with its reason.
    return { kind: 'unmappable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** With the version of the settings that it was understood by: a later one takes its place. */
function stamped(mapping: Mapping, { settingsVersion: version }: Source): Mapping {
  if (version === 0 || mapping.kind !== 'changes') return mapping;
  const changes = mapping.changes.map((told) => ({ ...told, change: { ...told.change, version } }));
  return { ...mapping, changes };
}
