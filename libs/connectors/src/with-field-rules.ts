import type { Connector, Mapping, RecordChange, Source } from '@bellwether/application';
import type { ConversionContext, Unreadable } from '@bellwether/domain';
import { applyRules } from '@bellwether/domain';

/** A connector whose records are told by the rules of their source, too. */
export function withFieldRules(connector: Connector): Connector {
  return {
    ...connector,
    map(body, key, source) {
      const mapping = connector.map(body, key, source);
      if (source.fieldRules.length === 0 || mapping.kind !== 'changes') return mapping;
      return ruled(mapping.changes, connector.payload(body), source);
    },
  };
}

function ruled(
  changes: readonly RecordChange[],
  payload: unknown,
  { id, organisation, fieldRules }: Source,
): Mapping {
  const { timeZone, currency } = organisation;
  const context: ConversionContext = { sourceId: id, timeZone, currency };
  const unreadable: Unreadable[] = [];
  const told = changes.map((record): RecordChange => {
    const { change, type } = record;
    const applied = applyRules(type, change, payload, fieldRules, context);
    unreadable.push(...applied.unreadable);
    return { ...record, change: { ...change, set: applied.set } };
  });
  const [first] = unreadable;
  // What cannot be read waits with its reason: a guess would move numbers.
  return first
    ? { kind: 'unmappable', reason: first.reason, unreadable }
    : { kind: 'changes', changes: told };
}
