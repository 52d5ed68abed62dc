import { Environment } from '@marcbachmann/cel-js';
import type { FieldKind, Fields, RecordType } from '../records/record-fields.js';
import { CUSTOM, RECORD_FIELDS } from '../records/record-fields.js';

/** A compiled CEL expression over one record. */
export type Expression = (record: Sight) => unknown;

/** A record as expressions see it, by its type's name. */
export type Sight = Readonly<Record<string, unknown>>;

const environment = new Environment({ unlistedVariablesAreDyn: true });
const compiled = new Map<RecordType, Map<string, Expression>>();
const MOST_COMPILED = 1_000;

/**
 * Compiles a CEL expression in which the record goes by its type's name (`deal.amount > 100.0`).
 * A comparison with a field that the record does not have yields undefined: neither true nor false.
 * @throws Error with the place and the reason when the text is no CEL expression.
 */
export function compileExpression(cel: string, type: RecordType): Expression {
  let ofType = compiled.get(type);
  if (!ofType) compiled.set(type, (ofType = new Map()));
  const known = ofType.get(cel);
  if (known) return known;
  const evaluate = environment.parse(cel);
  const expression: Expression = (record) => {
    try {
      return evaluate(record);
    } catch (error) {
      if (isMissingField(error, type, cel)) return undefined;
      throw error;
    }
  };
  // Drafts are tried while they are typed: what was compiled is not kept for good.
  if (ofType.size >= MOST_COMPILED) ofType.clear();
  ofType.set(cel, expression);
  return expression;
}

/** A field may be unknown, but it must be one that records of the type can have, or one's own. */
function isMissingField(error: unknown, type: RecordType, cel: string): boolean {
  const name = error instanceof Error ? /^No such key: (\w+)/.exec(error.message)?.[1] : undefined;
  if (name === undefined) return false;
  return Object.hasOwn(RECORD_FIELDS[type], name) || cel.includes(`.${CUSTOM}${name}`);
}

/**
 * What an expression sees: money as a number of whole units, moments as timestamps, no nulls, and
 * one's own fields in a map: `call.custom.satisfaction`.
 */
export function sightOf(type: RecordType, fields: Fields): Sight {
  const kinds: Readonly<Record<string, FieldKind>> = RECORD_FIELDS[type];
  const custom: Record<string, unknown> = {};
  const seen: Record<string, unknown> = { custom };
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) continue;
    const kind = kinds[name];
    if (name.startsWith(CUSTOM)) custom[name.slice(CUSTOM.length)] = value;
    else if (kind === 'money') seen[name] = Number(value);
    else if (kind === 'instant') seen[name] = new Date(value as number);
    else seen[name] = value;
  }
  return { [type]: seen };
}
