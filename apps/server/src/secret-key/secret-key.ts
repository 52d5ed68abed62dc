import { hkdfSync } from 'node:crypto';

/**
 * The one secret of an installation: what it signs and encrypts hangs on it. Each purpose has a key of
 * its own, of which none can be worked out from another.
 */
export class SecretKey {
  readonly #master: Buffer;

  /** `master`: 32 bytes or more that nobody can guess. */
  constructor(master: Buffer) {
    this.#master = master;
  }

  /** 32 bytes, the same for the same purpose. */
  forPurpose(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, '', `bellwether:${purpose}`, 32));
  }
}
