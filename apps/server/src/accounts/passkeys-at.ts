import { isIP } from 'node:net';

/**
 * The only origin that passkeys of this installation are good for. Browsers make them for names, over TLS or
 * on the machine itself: null where the address that is set is neither.
 */
export function passkeysAt(publicUrl: string): string | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  const isName = isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0;
  return isName && (protocol === 'https:' || isLocal) ? origin : null;
}
