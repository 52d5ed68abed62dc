import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment, parse } from '@marcbachmann/cel-js';
import type { FieldKind, RecordType } from '../records/record-fields.js';
import { RECORD_FIELDS, RECORD_TYPES } from '../records/record-fields.js';
import { nodesOf } from './cel-nodes.js';
import { plainReason } from './plain-reason.js';
import { unknownField } from './testable-field.js';

/** More nobody reads. */
export const MOST_CEL = 2_000;
/** Two lists within each other are looked through in no time; ten take a year. */
const MOST_LOOPS = 2;
const LOOPS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

/** What is wrong with a CEL text, and where in it. */
export interface CelProblem {
  readonly reason: string;
  readonly at: { readonly from: number; readonly to: number };
}

/** What an expression has to come to. */
export type Expected = 'yes-or-no' | 'number';

/** Why a text is no condition, or no number, over records of the type; undefined when it is one. */
export function checkCel(
  cel: string,
  record: RecordType,
  expected: Expected = 'yes-or-no',
): CelProblem | undefined {
  const whole = { from: 0, to: cel.length };
  if (cel.trim() === '') return { reason: 'Write a condition', at: whole };
  if (cel.length > MOST_CEL) {
    return { reason: `It is longer than ${MOST_CEL} characters`, at: whole };
  }
  const read = readCel(cel);
  if ('reason' in read) return read;
  return unknownNames(read, record)[0] ?? costly(read) ?? mistyped(cel, record, expected);
}

/** Whether an expression looks at no field at all, so that it is the same for every record. */
export function isConstant(cel: string): boolean {
  const read = readCel(cel);
  return !('reason' in read) && nodesOf(read).every(({ op }) => op !== 'id');
}

/** What a text says; or why it says nothing. */
export function readCel(cel: string): ASTNode | CelProblem {
  try {
    return parse(cel).ast;
  } catch (error) {
    return problemOf(error, cel);
  }
}

function problemOf(error: unknown, cel: string): CelProblem {
  const { message = '', range } = error as { message?: string; range?: Range };
  const at = range ? { from: range.start, to: range.end } : { from: 0, to: cel.length };
  return { reason: plainReason(message.split('\n')[0] ?? ''), at };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Fields that records of the type do not have, wherever they stand: `has(…)` asks for no type. */
function unknownNames(ast: ASTNode, record: RecordType): readonly CelProblem[] {
  return nodesOf(ast).flatMap((node) => {
    if (node.op !== '.') return [];
    const [of, field] = node.args;
    if (of.op !== 'id' || of.args !== record || field === 'custom') return [];
    if (Object.hasOwn(RECORD_FIELDS[record], field)) return [];
    const at = { from: node.end - field.length, to: node.end };
    return [{ reason: unknownField(record, field), at }];
  });
}

/** What could keep the scoring busy without end. */
function costly(ast: ASTNode): CelProblem | undefined {
  const named = nodesOf(ast).flatMap((node) =>
    node.op === 'rcall' || node.op === 'call' ? [{ name: node.args[0], node }] : [],
  );
  const pattern = named.find(({ name }) => name === 'matches');
  if (pattern) {
    const reason = 'Patterns can take without end: use contains, startsWith or endsWith';
    return { reason, at: rangeOf(pattern.node) };
  }
  const loop = named.filter(({ name }) => LOOPS.has(name))[MOST_LOOPS];
  if (!loop) return undefined;
  return { reason: `No more than ${MOST_LOOPS} lists are looked through`, at: rangeOf(loop.node) };
}

function mistyped(cel: string, record: RecordType, expected: Expected): CelProblem | undefined {
  const whole = { from: 0, to: cel.length };
  const strict = environments('double')[record].check(cel);
  // A whole number may stand where a number is compared; in sums CEL wants 60.0.
  const { valid, type, error } = isAboutNumbers(strict.error)
    ? environments('dyn<double>')[record].check(cel)
    : strict;
  if (!valid) return problemOf(error, cel);
  const told = type ?? 'dyn';
  if (told.startsWith('dyn')) return undefined;
  if (expected === 'yes-or-no') {
    if (told === 'bool') return undefined;
    return { reason: `This is ${spoken(told)}, and not yes or no: compare it`, at: whole };
  }
  if (told === 'double' || told === 'int' || told === 'uint') return undefined;
  return { reason: `This is ${spoken(told)}, and no number`, at: whole };
}

function isAboutNumbers(error: { readonly message: string } | undefined): boolean {
  return /^no such overload: (?:double [!=]= int|int [!=]= double)/.test(error?.message ?? '');
}

const SPOKEN: Readonly<Record<string, string>> = {
  string: 'a text',
  double: 'a number',
  int: 'a number',
  bool: 'yes or no',
  'google.protobuf.Timestamp': 'a moment',
};

function spoken(type: string): string {
  return SPOKEN[type] ?? (type.startsWith('list') ? 'a list' : `a ${type}`);
}

const CEL_TYPES: Readonly<Record<Exclude<FieldKind, 'seconds' | 'number' | 'money'>, string>> = {
  identity: 'string',
  text: 'string',
  texts: 'list<string>',
  flag: 'bool',
  instant: 'google.protobuf.Timestamp',
  date: 'string',
  splits: 'list<dyn>',
  lines: 'list<dyn>',
};

type Environments = Readonly<Record<RecordType, Environment>>;
const made = new Map<string, Environments>();

/** What the names in an expression stand for, as it is checked: numbers strictly, or kindly. */
function environments(number: 'double' | 'dyn<double>'): Environments {
  const known = made.get(number);
  if (known) return known;
  const all = RECORD_TYPES.map((record) => {
    const fields = Object.entries(RECORD_FIELDS[record]).map(([name, kind]) => [
      name,
      kind === 'seconds' || kind === 'number' || kind === 'money' ? number : CEL_TYPES[kind],
    ]);
    const type = `Record_${record}`;
    const environment = new Environment()
      .registerType(type, {
        ctor: class {},
        fields: { ...Object.fromEntries(fields), custom: 'map<string, dyn>' },
      })
      .registerVariable(record, type);
    return [record, environment] as const;
  });
  const environmentsOfTypes = Object.fromEntries(all) as unknown as Environments;
  made.set(number, environmentsOfTypes);
  return environmentsOfTypes;
}

function rangeOf({ start, end }: ASTNode): CelProblem['at'] {
  return { from: start, to: end };
}
