import type { SourceSecrets } from '@bellwether/persistence';
import { SealedSecrets } from '@bellwether/persistence';
import type { Config } from '../config/load-config.js';
import { openSecretKey } from './open-secret-key.js';
import type { SecretKey } from './secret-key.js';

/** Seals secrets of sources with the installation's key, which is looked for when first needed. */
export function sourceSecretsOf(config: Config): SourceSecrets {
  return sourceSecretsWith(() => openSecretKey(config));
}

/** The same with another key. */
export function sourceSecretsWith(keyOf: () => SecretKey): SourceSecrets {
  return new SealedSecrets(() => keyOf().forPurpose('source-secrets'));
}
