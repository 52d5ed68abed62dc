import type { Fields, RecordType } from '../records/record-fields.js';
import type { GatheredBy } from './group.js';

/** What a record is gathered under; undefined when it belongs to nothing of the kind. */
export function linkOf(
  by: GatheredBy,
  record: { readonly type: RecordType; readonly externalId: string; readonly fields: Fields },
): string | undefined {
  const { type, externalId, fields } = record;
  const key = type === by ? externalId : fields[by];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** The company above an account's own; undefined when it is its own master. */
export function parentOf({
  type,
  externalId,
  fields,
}: {
  readonly type: RecordType;
  readonly externalId: string;
  readonly fields: Fields;
}): string | undefined {
  const { parent } = fields;
  const isAbove = type === 'account' && typeof parent === 'string' && parent !== '';
  return isAbove && parent !== externalId ? parent : undefined;
}
