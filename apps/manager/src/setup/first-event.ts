/** A command that sends a first deal, ready to be pasted into a terminal. */
export function firstEventCommand(
  source: { readonly eventsUrl: string; readonly apiKey: string },
  currency: string,
  now: Date,
): string {
  const deal = {
    type: 'deal',
    externalId: 'first-deal',
    changedAt: now.toISOString(),
    owner: 'you@example.com',
    name: 'The first deal',
    status: 'won',
    amount: '1250',
    currency,
  };
  return [
    `curl ${source.eventsUrl} \\`,
    `  -H 'authorization: Bearer ${source.apiKey}' \\`,
    `  -H 'content-type: application/json' \\`,
    `  -d '${JSON.stringify(deal)}'`,
  ].join('\n');
}
