type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a page of this very server asks. A browser says where a page is from, and sends cookies along
 * whichever page asks: what a cookie opens must come from a page of ours.
 */
export function isSameOrigin(headers: Headers): boolean {
  const { origin, host } = headers;
  if (typeof origin === 'string') return URL.canParse(origin) && new URL(origin).host === host;
  return headers['sec-fetch-site'] === 'same-origin';
}
