import type { ImportPlan } from '@bellwether/application';
import { openImport } from '@bellwether/connectors';

type Planned =
  | { readonly kind: 'planned'; readonly plan: ImportPlan }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

/** How a file is understood by its beginning; no row of it is read. */
export async function planOf(bytes: AsyncIterable<Uint8Array>, options: unknown): Promise<Planned> {
  const opened = await openImport(bytes, options, { timeZone: 'UTC', now: Date.now() });
  if (opened.kind === 'refused') return opened;
  await opened.parts[Symbol.asyncIterator]().return?.();
  return { kind: 'planned', plan: opened.plan };
}
