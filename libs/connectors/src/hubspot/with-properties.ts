import type { FieldRule } from '@bellwether/domain';
import { parsePath } from '@bellwether/domain';

/** An event with its property where people look for it: `properties.deal_value`. */
export function withProperties(body: string): unknown {
  const event = JSON.parse(body) as unknown;
  if (typeof event !== 'object' || event === null) return event;
  const { propertyName: name, propertyValue: value } = event as Partial<Record<string, unknown>>;
  if (typeof name !== 'string') return event;
  return { ...event, properties: { [name]: value ?? null } };
}

/** Whether a rule takes something from the property. */
export function readsProperty({ from }: FieldRule, property: string): boolean {
  const [first, second] = parsePath(from) ?? [];
  return first === 'properties' && second === property;
}
