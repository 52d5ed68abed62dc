const HOST = /^[\w.:[\]-]+$/;
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * By which address others in the house reach this server: the one that is set, and while that is only
 * the machine's own name for itself, the one by which somebody has just asked.
 */
export function reachedBy(publicUrl: string, asked: { protocol: string; host: string }): string {
  const isOwnName = OWN_NAMES.includes(new URL(publicUrl).hostname);
  return isOwnName && HOST.test(asked.host) ? `${asked.protocol}://${asked.host}` : publicUrl;
}
