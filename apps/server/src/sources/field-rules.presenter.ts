import type { Directory, FieldPreview, MappedFields, PreviewedItem } from '@bellwether/application';
import type { FieldPreviewReply, FieldRule, FieldRulesReply } from '@bellwether/contracts';
import type { FieldRule as KeptRule, RecordType, RuleTrouble } from '@bellwether/domain';
import { KNOWN_BY_FIELDS, fieldChoice, fieldsOf } from '@bellwether/domain';
import { PublicError } from '../http/public-error.js';

export function presentFieldRules({
  rules,
  version,
  records,
  byRules,
}: MappedFields): FieldRulesReply {
  return {
    rules: presentRules(rules),
    version,
    records: records.map((record) => {
      const fields = [...(byRules ? KNOWN_BY_FIELDS : []), ...fieldsOf(record)];
      return { record, fields: fields.flatMap(fieldOf(record)) };
    }),
  };
}

export function presentRules(rules: readonly KeptRule[]): FieldRule[] {
  return rules.map(({ record, field, from, read }) => ({
    record,
    field,
    from,
    read:
      read.as === 'table'
        ? { ...read, rows: read.rows.map(({ from: value, to }) => ({ from: value, to })) }
        : read,
  }));
}

/** The first of the troubles, with its place in the body; all of them beside it. */
export function wrongRules(troubles: readonly RuleTrouble[]): PublicError {
  const [first] = troubles;
  return new PublicError(
    'impossible',
    first?.reason ?? '',
    first && `/rules/${first.rule}/${first.part}`,
    { troubles },
  );
}

/** What becomes of each field, beside what became of it before. */
export function presentPreview(
  { troubles, unreadable, items }: FieldPreview,
  rules: readonly FieldRule[],
  directory: Directory,
): FieldPreviewReply {
  return {
    troubles: [...troubles],
    unreadable,
    items: items.map((item) => ({
      values: item.leaves.map(({ steps, ...leaf }) => ({ ...leaf, steps: steps.map(String) })),
      records: recordsOf(item, rules, directory),
      unconverted: item.unreadable.map((one) => ({ ...one })),
      problem: item.problem,
    })),
  };
}

type PreviewedRecord = FieldPreviewReply['items'][number]['records'][number];

function recordsOf(
  { before, after }: PreviewedItem,
  rules: readonly FieldRule[],
  directory: Directory,
): PreviewedRecord[] {
  return after.map(({ type, externalId, change }) => {
    const was = before.find((known) => known.type === type && known.externalId === externalId);
    const earlier = was?.change.set ?? {};
    const names = [...new Set([...Object.keys(change.set), ...Object.keys(earlier)])];
    return {
      type,
      externalId,
      deleted: change.lifecycle?.deleted ?? false,
      fields: names.map((name) => {
        const place = rules.findIndex(({ record, field }) => record === type && field === name);
        return {
          name,
          value: change.set[name],
          was: earlier[name],
          differs: JSON.stringify(change.set[name]) !== JSON.stringify(earlier[name]),
          rule: place === -1 ? null : place,
          person: personNamed(change.set[name], directory),
        };
      }),
    };
  });
}

function personNamed(value: unknown, { personOf, people }: Directory): string | null {
  const person = typeof value === 'string' ? personOf(value) : undefined;
  return (person && people.get(person)?.name) ?? null;
}

function fieldOf(record: RecordType) {
  return (field: string): FieldRulesReply['records'][number]['fields'] => {
    const choice = fieldChoice(record, field);
    if (!choice) return [];
    const { conversions, values } = choice;
    return [{ field, conversions: [...conversions], values: values && [...values] }];
  };
}
