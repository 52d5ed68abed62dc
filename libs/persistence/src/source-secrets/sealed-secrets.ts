import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Before every sealed secret, so that one from before there was a key is told apart. */
const MARK = 'sealed:v1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A secret was sealed with another key than ours, or for another source, or was changed. */
export class CannotOpen extends Error {}

/** How the secrets of sources lie in the database. */
export interface SourceSecrets {
  seal(organisationId: number, sourceId: number, secrets: readonly string[]): readonly string[];
  /** @throws CannotOpen */
  open(organisationId: number, sourceId: number, stored: readonly string[]): readonly string[];
}

/**
 * AES-256-GCM: nobody reads them or writes others without the key, and what was sealed for one source opens
 * for no other. The name of the key stands before each, so that a wrong key is known at once.
 */
export class SealedSecrets implements SourceSecrets {
  #key: { readonly bytes: Buffer; readonly name: string } | undefined;

  /** 32 bytes, asked for when first needed: who never needs them may have none. */
  constructor(private readonly keyOf: () => Buffer) {}

  seal(organisationId: number, sourceId: number, secrets: readonly string[]): readonly string[] {
    const { bytes, name } = this.#opened();
    return secrets.map((secret) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce);
      cipher.setAAD(ownerOf(organisationId, sourceId));
      const sealed = [nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${MARK}${name}:${Buffer.concat(sealed).toString('base64url')}`;
    });
  }

  open(organisationId: number, sourceId: number, stored: readonly string[]): readonly string[] {
    return stored.map((secret) =>
      isSealed(secret) ? this.#open(ownerOf(organisationId, sourceId), secret) : secret,
    );
  }

  #open(owner: Buffer, stored: string): string {
    const { bytes, name } = this.#opened();
    const [named = '', text = ''] = stored.slice(MARK.length).split(':');
    if (named !== name) throw new CannotOpen('A secret was sealed with another key');
    const sealed = Buffer.from(text, 'base64url');
    try {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', bytes, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(owner);
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const secret = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([secret, decipher.final()]).toString('utf8');
    } catch (error) {
      throw new CannotOpen('A secret belongs to another source, or was changed', { cause: error });
    }
  }

  #opened(): { readonly bytes: Buffer; readonly name: string } {
    if (this.#key) return this.#key;
    const bytes = this.keyOf();
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    return (this.#key = { bytes, name });
  }
}

export function isSealed(stored: string): boolean {
  return stored.startsWith(MARK);
}

function ownerOf(organisationId: number, sourceId: number): Buffer {
  return Buffer.from(`organisation ${organisationId} source ${sourceId}`);
}
