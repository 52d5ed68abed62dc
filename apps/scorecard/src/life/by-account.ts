/** In the place of a key: somebody signed in with this browser, which proves it by itself. */
export const BY_ACCOUNT = 'by-account';

/** The key to send along; null when the browser proves who it is. */
export function keyToSend(key: string): string | null {
  return key === BY_ACCOUNT ? null : key;
}
