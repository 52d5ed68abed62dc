/**
 * The nth event of a run: mostly calls, some of them conversations, a few meetings, and now and
 * then a deal that is opened, changed, and sometimes won. Everybody does something.
 */
export function inventEvent(run: string, n: number, people: number): object {
  const owner = `p${(n * 7_919) % people}@example.com`;
  const now = new Date().toISOString();
  const kind = n % 100;
  const about = { externalId: `${run}-${n}`, owner };
  if (kind < 80) {
    const talkSeconds = (n * 37) % 180;
    const contact = `contact-${n % 5_000}`;
    return { type: 'call', ...about, endedAt: now, direction: 'outbound', talkSeconds, contact };
  }
  if (kind < 92) return { type: 'email', ...about, sentAt: now, direction: 'outbound' };
  if (kind < 98) {
    const contact = `contact-${n % 5_000}`;
    return { type: 'meeting', ...about, changedAt: now, status: 'held', heldAt: now, contact };
  }
  const deal = { type: 'deal', ...about, changedAt: now, amount: `${1_000 + (n % 9_000)}.50` };
  if (kind === 98) return { ...deal, status: 'open', name: `Deal ${n}`, createdAt: now };
  // The deal that was opened by the event before.
  const isWon = Math.floor(n / 100) % 4 === 0;
  return { ...deal, externalId: `${run}-${n - 1}`, status: isWon ? 'won' : 'open' };
}
