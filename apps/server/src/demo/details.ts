import { Random } from './random.js';

type Details = Readonly<Record<string, unknown>>;

const LEVELS = ['c-level', 'vp', 'director', 'manager', 'manager', 'staff', 'staff'] as const;
const KINDS = ['new', 'new', 'new', 'up-sell', 'cross-sell', 'renewal'] as const;
const TERMS = [1, 12, 12, 12, 24, 36] as const;
const DAY = 86_400_000;

/** What else is known of a call, for the figures of the library. The same for the same record. */
export function detailsOfCall(externalId: string): Details {
  const random = chancesOf(externalId);
  return {
    contactLevel: random.pick(LEVELS),
    purpose: random.happens(0.2) ? 'qualification' : 'prospecting',
    ...(random.happens(0.04) && { tags: ['roi'], deal: `offer-${random.whole(1, 40)}` }),
  };
}

export function detailsOfMeeting(externalId: string): Details {
  const random = chancesOf(externalId);
  return {
    contactLevel: random.pick(LEVELS),
    kind: random.pick(['demo', 'discovery', 'review']),
    place: random.happens(0.2) ? 'onsite' : 'remote',
  };
}

/** Somebody got in touch soon, and hands over most of what is worth it. */
export function detailsOfLead(
  externalId: string,
  createdAt: number,
  qualifiedAt: number | null,
): Details {
  const random = chancesOf(externalId);
  const end = qualifiedAt ?? createdAt;
  return {
    ...(random.happens(0.8) && { touchedAt: new Date(between(random, createdAt, end)) }),
    ...(qualifiedAt !== null && random.happens(0.6) && { passedAt: new Date(qualifiedAt) }),
  };
}

export function detailsOfDeal(
  externalId: string,
  amount: string,
  createdAt: number,
  closedAt: number | null,
): Details {
  const random = chancesOf(externalId);
  const termMonths = random.pick(TERMS);
  const cents = Math.round(Number(amount) * 100);
  const yearly = Math.round((cents * 12) / Math.max(12, termMonths));
  return {
    kind: random.pick(KINDS),
    step: closedAt === null ? random.pick(['qualifying', 'demo', 'proposal']) : 'negotiation',
    cost: decimal(Math.round(cents * random.between(0.5, 0.9))),
    yearly: decimal(yearly),
    quantity: random.whole(1, 25),
    termMonths,
    firstContactAt: new Date(createdAt - random.between(1, 20) * DAY),
    ...(closedAt !== null && { qualifiedAt: new Date(between(random, createdAt, closedAt)) }),
  };
}

/** Of its own, so that the rest of the story stays as it is. */
function chancesOf(externalId: string): Random {
  return new Random(Number.parseInt(externalId.slice(externalId.indexOf('-') + 1), 36));
}

function between(random: Random, from: number, to: number): number {
  return from + (to - from) * random.between(0.05, 0.4);
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}
