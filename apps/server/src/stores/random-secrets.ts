import { randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from '@bellwether/application';
import { PAIRING_ALPHABET } from '@bellwether/contracts';

/** Secrets from the system's random source. */
export class RandomSecrets implements Secrets {
  key(purpose: string): string {
    return `bw_${purpose}_${randomBytes(24).toString('base64url')}`;
  }

  photo(): string {
    return randomBytes(24).toString('base64url');
  }

  webhookSecret(): string {
    return `whsec_${randomBytes(32).toString('base64')}`;
  }

  address(kind: string): string {
    return `${kind}-${randomBytes(12).toString('base64url')}`;
  }

  pairingCode(): string {
    const any = (): string => PAIRING_ALPHABET.charAt(randomInt(PAIRING_ALPHABET.length));
    const four = (): string => Array.from({ length: 4 }, any).join('');
    return `${four()}-${four()}`;
  }
}
