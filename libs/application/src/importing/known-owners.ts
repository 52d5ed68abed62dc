import type { SourceId } from '@bellwether/domain';
import type { Directory } from '../ports/directories.js';
import type { ImportRow } from '../ports/import-reader.js';

/** Tells whether the owner of a row is somebody. Without a source, nobody is known by an id. */
export function knownOwners(
  { personOf }: Directory,
  sourceId: SourceId | null,
): (row: Extract<ImportRow, { kind: 'record' }>) => boolean {
  return ({ owner }) => {
    if (owner === null) return false;
    if ('email' in owner) return personOf(`email:${owner.email.toLowerCase()}`) !== undefined;
    return sourceId !== null && personOf(`source-${sourceId}:${owner.id}`) !== undefined;
  };
}
