import { isIP } from 'node:net';

/** Where passkeys of this installation hold: the name that they are bound to, and the only origin of its pages. */
export interface PasskeyPlace {
  readonly rpID: string;
  readonly origin: string;
}

/**
 * Browsers make passkeys for names, over TLS or on the machine itself. Undefined where the address that
 * is set is neither: a passkey could never be shown there.
 */
export function passkeyPlace(publicUrl: string): PasskeyPlace | undefined {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isName = isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0;
  return isName && (protocol === 'https:' || isLocal) ? { rpID: hostname, origin } : undefined;
}
