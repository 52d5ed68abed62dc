const PREFIX = 'own_';
const MOST = 40;

/** What a metric of one's own is called in addresses, for good: no other was ever called like it. */
export function ownMetricKey(title: string, everUsed: ReadonlySet<string>): string {
  const letters = title
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MOST);
  const key = PREFIX + (letters === '' ? 'metric' : letters);
  if (!everUsed.has(key)) return key;
  let number = 2;
  while (everUsed.has(`${key}_${number}`)) number += 1;
  return `${key}_${number}`;
}

export function isOwnMetricKey(key: string): boolean {
  return key.startsWith(PREFIX);
}
