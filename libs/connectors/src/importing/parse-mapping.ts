import { ImportOptions } from '@bellwether/contracts';
import { RECORD_TYPES } from '@bellwether/domain';
import { firstIssue } from '../first-issue.js';

export type ParsedOptions =
  | { readonly kind: 'options'; readonly options: ImportOptions }
  | { readonly kind: 'wrong'; readonly field: string; readonly reason: string };

/**
 * Reads how a file is to be read: a mapping, as `field=column,field=column` or as the JSON of a
 * mapping file, and single options, which win over it.
 */
export function parseImportOptions(
  mapping: string | undefined,
  single: Readonly<Record<string, string | undefined>>,
): ParsedOptions {
  const read = mapping === undefined ? {} : readMapping(mapping.trim());
  if (typeof read === 'string') return { kind: 'wrong', field: '/mapping', reason: read };
  const given = Object.entries(single).filter(([, value]) => value !== undefined);
  const parsed = ImportOptions.safeParse({ ...read, ...Object.fromEntries(given) });
  if (parsed.success) return { kind: 'options', options: parsed.data };
  return { kind: 'wrong', ...firstIssue(parsed.error) };
}

/** The options in it, or what is wrong with it. */
function readMapping(text: string): Readonly<Record<string, unknown>> | string {
  if (!text.startsWith('{')) return readPairs(text);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return `is no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function readPairs(text: string): Readonly<Record<string, unknown>> | string {
  const options: Record<string, unknown> = {};
  const columns: [string, string][] = [];
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const at = pair.indexOf('=');
    if (at === -1) return `holds "${pair.trim()}", which is no field=column`;
    const [field, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    if (field === 'won' || field === 'lost') options[field] = column.split('|');
    else if (field === 'type' && (RECORD_TYPES as readonly string[]).includes(column)) {
      options['type'] = column;
    } else columns.push([field, column]);
  }
  // From entries, so that a field called __proto__ is a field like others.
  return { ...options, columns: Object.fromEntries(columns) };
}
