import { parseImportOptions } from '@bellwether/connectors';
import type { ImportOptions, ImportQuery } from '@bellwether/contracts';
import { PublicError } from '../http/public-error.js';

/** How the file is to be read, as the address of the request says it. */
export function optionsOf(query: ImportQuery): ImportOptions {
  const { mapping, dates, decimal, delimiter, encoding, currency, asOf } = query;
  const single = { dates, decimal, delimiter, encoding, currency, asOf };
  const parsed = parseImportOptions(mapping, single);
  if (parsed.kind === 'options') return parsed.options;
  throw new PublicError('malformed', told(parsed), parsed.field);
}

/** A sentence about an option that is wrong, or about the file. */
export function told({
  field,
  reason,
}: {
  readonly field: string;
  readonly reason: string;
}): string {
  return field === '' ? reason : `${field.slice(1).replaceAll('/', '.')} ${reason}`;
}
