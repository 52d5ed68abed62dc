import { resealSources } from '@bellwether/persistence';
import type { Config } from '../config/load-config.js';
import type { Stores } from '../stores/open-stores.js';
import { sourceSecretsOf } from './source-secrets.js';
import { aboutWrongKey } from './wrong-key.js';

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
    throw aboutWrongKey(error);
  }
}
