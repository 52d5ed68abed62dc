import fc from 'fast-check';
import type { ZodType } from 'zod';

/** What zod knows of a schema, as far as it is needed to make values for it. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly innerType?: ZodType;
  readonly in?: ZodType;
  readonly shape?: Readonly<Record<string, ZodType>>;
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly options?: readonly ZodType[];
  readonly element?: ZodType;
  readonly keyType?: ZodType;
  readonly valueType?: ZodType;
}

interface Check {
  readonly check?: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Values {
  /** For the numbers of people, teams, screens, … */
  readonly id: fc.Arbitrary<number>;
  /** Instead of what a schema would take: for some of the values somewhere in it. */
  readonly spoil?: fc.Arbitrary<unknown>;
}

/**
 * What a schema takes, nearly always: conditions of our own (`refine`) are not known to it. With
 * `spoil`, one value in thirty is something else.
 */
export function valuesOf(schema: ZodType, values: Values): fc.Arbitrary<unknown> {
  const valid = validOf(schema, values);
  if (!values.spoil) return valid;
  return fc.oneof({ weight: 29, arbitrary: valid }, { weight: 1, arbitrary: values.spoil });
}

/** Whether the schema takes the number of a row: a whole number above zero. */
export function isRowId(schema: ZodType): boolean {
  const definition = definitionOf(schema);
  const checks = checksOf(definition);
  const isWhole = [definition, ...checks].some(({ format }) => format === 'safeint');
  const isPositive = checks.some(
    ({ check, value, inclusive }) => check === 'greater_than' && value === 0 && !inclusive,
  );
  return definition.type === 'number' && isWhole && isPositive;
}

/** Every schema within, each with the names that lead to it. */
export function partsOf(
  schema: ZodType,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly schema: ZodType }[] {
  const {
    shape = {},
    options = [],
    innerType,
    in: input,
    element,
    valueType,
  } = definitionOf(schema);
  const within = [...options, innerType, input, element, valueType].filter((part) => !!part);
  return [
    { path, schema },
    ...within.flatMap((part) => partsOf(part, path)),
    ...Object.entries(shape).flatMap(([name, part]) => partsOf(part, [...path, name])),
  ];
}

function validOf(schema: ZodType, values: Values): fc.Arbitrary<unknown> {
  if (isRowId(schema)) return values.id;
  const definition = definitionOf(schema);
  const inner = (part: ZodType | undefined) => (part ? valuesOf(part, values) : fc.anything());
  switch (definition.type) {
    case 'object':
      return objectOf(definition.shape ?? {}, values);
    case 'optional':
    case 'default':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return inner(definition.innerType);
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(definition.innerType));
    case 'pipe':
      return inner(definition.in);
    case 'string':
      return textOf(definition);
    case 'number':
      return numberOf(definition);
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'union':
      return fc.oneof(...(definition.options ?? []).map(inner));
    case 'array': {
      const { least, most } = sizesOf(definition);
      const maxLength = Math.max(least, Math.min(most, 4));
      return fc.array(inner(definition.element), { minLength: least, maxLength });
    }
    case 'record':
      return fc.dictionary(
        (definition.keyType
          ? validOf(definition.keyType, values)
          : fc.string()) as fc.Arbitrary<string>,
        inner(definition.valueType),
        { maxKeys: 4 },
      );
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function objectOf(shape: Readonly<Record<string, ZodType>>, values: Values): fc.Arbitrary<unknown> {
  const needed = Object.entries(shape).filter(([, part]) => !mayLack(part));
  return fc.record(
    Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, valuesOf(part, values)])),
    { requiredKeys: needed.map(([name]) => name) },
  );
}

function mayLack(schema: ZodType): boolean {
  return ['optional', 'default', 'catch'].includes(definitionOf(schema).type);
}

const MOMENT = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

function textOf(definition: Definition): fc.Arbitrary<unknown> {
  const checks = checksOf(definition);
  const formats = [definition, ...checks].map(({ format }) => format);
  if (formats.includes('date')) return MOMENT.map((moment) => moment.slice(0, 10));
  if (formats.includes('datetime')) return MOMENT;
  if (formats.includes('email')) return fc.emailAddress();
  if (formats.includes('url')) return fc.webUrl();
  if (formats.includes('uuid')) return fc.uuid();
  const pattern = [definition, ...checks].find((one) => one.pattern)?.pattern;
  // Capitals or not is no part of what is made here.
  if (pattern) return fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace('i', '')));
  const { least, most } = sizesOf(definition);
  const length = { minLength: least, maxLength: Math.max(least, Math.min(most, 24)) };
  return fc.oneof(
    fc.constantFrom(
      'true',
      'revenue_won',
      'revenue_won.month.reps',
      'calls.all.teams',
      'Europe/Dublin',
    ),
    fc.string(length),
    fc.string({ ...length, unit: 'grapheme' }),
  );
}

function numberOf(definition: Definition): fc.Arbitrary<unknown> {
  const checks = checksOf(definition);
  const bound = (name: string) => checks.find(({ check }) => check === name)?.value;
  const min = bound('greater_than') ?? -1_000_000;
  const max = bound('less_than') ?? Math.max(min, 0) + 1_000_000;
  const isWhole = [definition, ...checks].some(({ format }) => format === 'safeint');
  return isWhole
    ? fc.maxSafeInteger().map((some) => within(some, Math.ceil(min), Math.floor(max)))
    : fc.double({ min, max, noNaN: true });
}

function within(some: number, least: number, most: number): number {
  return least + (Math.abs(some) % (most - least + 1));
}

function sizesOf(definition: Definition): { readonly least: number; readonly most: number } {
  const checks = checksOf(definition);
  const least = checks.find(({ check }) => check === 'min_length')?.minimum ?? 0;
  return { least, most: checks.find(({ check }) => check === 'max_length')?.maximum ?? 24 };
}

function checksOf({ checks = [] }: Definition): readonly Check[] {
  return checks.map(({ _zod }) => _zod.def);
}

function definitionOf(schema: ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}
