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

/** Whether a measure is of this metric: itself, or a part of it, whose name no metric can have. */
export function isMeasureOf(measure: string, metric: string): boolean {
  return measure === metric || measure.startsWith(`${metric}__`);
}
