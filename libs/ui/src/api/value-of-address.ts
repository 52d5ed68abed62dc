/** What stands behind the `#` of an address, e.g. `#key=…` or `#pair=…`, or null. */
export function valueOfAddress(
  hash: string,
  name: 'key' | 'setup' | 'pair' | 'invitation' | 'reset',
): string | null {
  const match = new RegExp(`(?:^|[#&])${name}=([^&\\s]+)`).exec(hash);
  if (!match?.[1]) return null;
  try {
    return decodeURIComponent(match[1]).trim() || null;
  } catch {
    return null;
  }
}

/** The key in whatever somebody pasted: the whole link, its end, or the bare key. */
export function keyOfPasted(text: string): string | null {
  const inLink = valueOfAddress(text, 'key');
  if (inLink) return inLink;
  const bare = text.trim();
  return /^[\w-]{10,200}$/.test(bare) ? bare : null;
}
