/** The key in an address like `https://bell.example/tv/#key=…`, or null. */
export function keyOfAddress(hash: string): string | null {
  const match = /(?:^#|&)key=([^&]+)/.exec(hash);
  if (!match?.[1]) return null;
  try {
    return decodeURIComponent(match[1]).trim() || null;
  } catch {
    return null;
  }
}
