const FIELDS: Readonly<Record<string, string>> = {
  contactLevel: 'level of contact',
  lostReason: 'reason',
  lines: 'product',
  kind: 'business',
};

/** What a number is broken down by: `By channel`. */
export function facetHeading(by: string): string {
  return `By ${FIELDS[by] ?? by.replace(/^custom\./, '')}`;
}

/** A value of the field; records need not have one. */
export function facetText(facet: string): string {
  return facet === '' ? 'none given' : facet;
}
