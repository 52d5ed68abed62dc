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

/** Where this page is with another key, for it alone to read: no server is told what follows a `#`. */
export function addressWithKey(key: string): string {
  return `#key=${encodeURIComponent(key)}`;
}
