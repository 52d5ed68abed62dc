import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What opens the demo's pages, kept beside its data so that a later start shows the same links. */
const DemoKeys = z.object({
  organisationId: z.int(),
  ownerKey: z.string(),
  screenKey: z.string(),
  repKey: z.string(),
  events: z.object({ address: z.string(), webhookSecret: z.string() }),
  hubspot: z.object({ address: z.string(), secret: z.string() }),
});
export type DemoKeys = z.infer<typeof DemoKeys>;

export function readDemoKeys(dataDir: string): DemoKeys | undefined {
  const file = fileIn(dataDir);
  return existsSync(file) ? DemoKeys.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

export function keepDemoKeys(dataDir: string, keys: DemoKeys): void {
  writeFileSync(fileIn(dataDir), `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo.json');
}
