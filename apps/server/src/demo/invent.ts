import { CUSTOMERS, PRODUCTS } from './customers.js';
import type { CastMember } from './cast.js';
import { detailsOfCall, detailsOfDeal, detailsOfLead, detailsOfMeeting } from './details.js';
import type { Random } from './random.js';

const MINUTE = 60_000;

/** A canonical record, ready to be sent. */
export type Invented = Readonly<Record<string, unknown>> & { readonly type: string };

export function inventCall(random: Random, who: CastMember, endedAt: number): Invented {
  const isAnswered = random.happens(0.55);
  const talkSeconds = isAnswered ? Math.min(3_600, Math.round(random.exponential(150))) : 0;
  const externalId = idOf('C', random);
  return {
    type: 'call',
    externalId,
    ...detailsOfCall(externalId),
    owner: who.email,
    contact: contactOf(random),
    direction: random.happens(0.85) ? 'outbound' : 'inbound',
    startedAt: iso(endedAt - talkSeconds * 1_000 - 20_000),
    endedAt: iso(endedAt),
    talkSeconds,
    ...(talkSeconds >= 90 && random.happens(0.4) ? { outcome: 'conversation' } : {}),
  };
}

export function inventEmail(random: Random, who: CastMember, sentAt: number): Invented {
  return {
    type: 'email',
    externalId: idOf('E', random),
    owner: who.email,
    contact: contactOf(random),
    direction: 'outbound',
    automated: random.happens(0.15),
    sentAt: iso(sentAt),
  };
}

export function inventMeeting(
  random: Random,
  who: CastMember,
  bookedAt: number,
  heldAt: number | null,
): Invented {
  const externalId = idOf('M', random);
  return {
    type: 'meeting',
    externalId,
    ...detailsOfMeeting(externalId),
    owner: who.email,
    contact: contactOf(random),
    name: `${random.pick(CUSTOMERS)}, first meeting`,
    changedAt: iso(heldAt ?? bookedAt),
    bookedAt: iso(bookedAt),
    status: heldAt === null ? 'booked' : 'held',
    ...(heldAt === null ? {} : { heldAt: iso(heldAt) }),
  };
}

export function inventLead(
  random: Random,
  who: CastMember,
  createdAt: number,
  qualifiedAt: number | null,
): Invented {
  const externalId = idOf('L', random);
  return {
    type: 'lead',
    externalId,
    ...detailsOfLead(externalId, createdAt, qualifiedAt),
    owner: who.email,
    account: random.pick(CUSTOMERS),
    channel: random.pick(['website', 'cold call', 'fair', 'partner']),
    createdAt: iso(createdAt),
    changedAt: iso(qualifiedAt ?? createdAt),
    status: qualifiedAt === null ? 'new' : 'sql',
  };
}

export function inventDeal(
  random: Random,
  who: CastMember,
  createdAt: number,
  close: { readonly at: number; readonly on: string; readonly isWon: boolean } | null,
): Invented {
  const [account, product] = [random.pick(CUSTOMERS), random.pick(PRODUCTS)];
  const externalId = idOf('D', random);
  const amount = amountOf(random);
  return {
    type: 'deal',
    externalId,
    ...detailsOfDeal(externalId, amount, createdAt, close?.at ?? null),
    owner: who.email,
    account,
    name: `${account}, ${product}`,
    amount,
    currency: 'EUR',
    createdAt: iso(createdAt),
    changedAt: iso(close?.at ?? createdAt),
    status: close ? (close.isWon ? 'won' : 'lost') : 'open',
    ...(close ? { closedOn: close.on } : {}),
  };
}

/** Mostly some thousands, now and then a big one. */
export function amountOf(random: Random): string {
  const euros = Math.exp(random.between(8, 10.6)) * (random.happens(0.08) ? 3 : 1);
  return String(Math.round(euros / 50) * 50);
}

function idOf(kind: string, random: Random): string {
  return `${kind}-${random.whole(1, 2 ** 40).toString(36)}`;
}

/** A moment of the day, in office hours, before `latest`. */
export function officeMoment(random: Random, startOfDay: number, latest: number): number {
  const at = startOfDay + random.between(8.5 * 60, 18 * 60) * MINUTE;
  return at <= latest ? at : startOfDay + random.next() * Math.max(MINUTE, latest - startOfDay);
}

function contactOf(random: Random): string {
  return `contact-${random.whole(1, 900)}`;
}

function iso(instant: number): string {
  return new Date(Math.round(instant / 1_000) * 1_000).toISOString();
}
