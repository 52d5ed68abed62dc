import type { KeyObject } from 'node:crypto';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

interface Settings {
  /** For which name it makes passkeys. */
  readonly rpId: string;
  /** Where the page that asks is from. */
  readonly origin: string;
  /** Whether it asks who holds it. */
  readonly asksWho?: boolean;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** A device with one passkey, and the browser around it: what they would answer a page. */
export class SoftAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  readonly #publicKey: KeyObject;
  readonly #privateKey: KeyObject;
  #counter = 0;

  constructor(private readonly settings: Settings) {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#publicKey = pair.publicKey;
    this.#privateKey = pair.privateKey;
  }

  /** What it answers when it is to make its passkey. */
  make({ challenge }: { readonly challenge: string }) {
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const key = Buffer.concat([Buffer.alloc(16), length, id, this.#coseKey()]);
    const data = Buffer.concat([this.#about(WITH_KEY), key]);
    return this.#answer({
      clientDataJSON: this.#told('webauthn.create', challenge).toString('base64url'),
      attestationObject: Buffer.concat([
        Buffer.from([0xa3]),
        Buffer.from([0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0]),
        Buffer.from([0x68]),
        Buffer.from('authData'),
        Buffer.from([0x58, data.length]),
        data,
      ]).toString('base64url'),
      transports: ['internal'],
    });
  }

  /** What it answers when it is to show its passkey. */
  show({ challenge }: { readonly challenge: string }) {
    const told = this.#told('webauthn.get', challenge);
    const data = this.#about(0);
    const signed = Buffer.concat([data, createHash('sha256').update(told).digest()]);
    return this.#answer({
      clientDataJSON: told.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#privateKey).toString('base64url'),
    });
  }

  #answer<Response>(response: Response) {
    const { id } = this;
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #told(type: string, challenge: string): Buffer {
    const { origin } = this.settings;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #about(more: number): Buffer {
    const { rpId, asksWho = true } = this.settings;
    this.#counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    const flags = PRESENT | (asksWho ? VERIFIED : 0) | more;
    return Buffer.concat([
      createHash('sha256').update(rpId).digest(),
      Buffer.from([flags]),
      counter,
    ]);
  }

  /** ES256, as CBOR writes it. */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#publicKey.export({ format: 'jwk' });
    return Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
      Buffer.from(x, 'base64url'),
      Buffer.from([0x22, 0x58, 0x20]),
      Buffer.from(y, 'base64url'),
    ]);
  }
}
