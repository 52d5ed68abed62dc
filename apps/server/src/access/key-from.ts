type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The key in `Authorization: Bearer …` or `X-Api-Key`. */
export function keyFrom(headers: Headers): string | undefined {
  const { authorization, 'x-api-key': apiKey } = headers;
  if (typeof authorization === 'string') return /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  return typeof apiKey === 'string' && apiKey !== '' ? apiKey : undefined;
}
