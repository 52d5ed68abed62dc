import { randomUUID } from 'node:crypto';
import type { Secrets } from '@bellwether/application';

export const randomSecrets: Secrets = {
  key: (purpose) => `bw_${purpose}_${randomUUID()}`,
  photo: () => randomUUID(),
  webhookSecret: () => `whsec_${Buffer.from(randomUUID()).toString('base64')}`,
  address: (kind) => `${kind}-${randomUUID()}`,
  pairingCode: () => randomUUID().slice(0, 9).toUpperCase(),
};
