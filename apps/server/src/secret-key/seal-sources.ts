import { CannotOpen, resealSources } from '@bellwether/persistence';
import type { Config } from '../config/load-config.js';
import { CannotRun } from '../start/cannot-run.js';
import type { Stores } from '../stores/open-stores.js';
import { sourceSecretsOf } from './source-secrets.js';

/**
 * Sees to it that no secret of a source lies open in the database, and that those that are there can be
 * opened. Only where they are used: who scores has no use for the key.
 * @throws CannotRun when they were sealed with another key.
 */
export async function sealSources({ database }: Stores, config: Config): Promise<void> {
  if (!config.roles.includes('web')) return;
  try {
    await resealSources(database, sourceSecretsOf(config));
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    throw new CannotRun(
      'The secrets of the sources were encrypted with another key. Put back the secret.key or the ' +
        'BELLWETHER_SECRET_KEY that this database was used with, or type: ' +
        'npm run bellwether -- reseal FILE-WITH-THE-FORMER-KEY',
    );
  }
}
