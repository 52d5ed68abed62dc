import type { CastMember } from './cast.js';
import { amountOf } from './invent.js';
import { CUSTOMERS, PRODUCTS } from './customers.js';
import type { Random } from './random.js';

const PORTAL = 62_515;

/** A deal as HubSpot tells of it: one event for each property, in no particular order. */
export interface HubspotDeal {
  readonly objectId: number;
  readonly owner: CastMember;
}

export function newDeal(random: Random, owner: CastMember, now: number): [HubspotDeal, object[]] {
  const deal = { objectId: random.whole(1, 2 ** 40), owner };
  const name = `${random.pick(CUSTOMERS)}, ${random.pick(PRODUCTS)}`;
  const events = [
    { ...about(deal, 'deal.creation', now - 40_000), changeFlag: 'CREATED' },
    property(deal, 'dealname', name, now - 30_000),
    property(deal, 'amount', amountOf(random), now - 20_000),
    property(deal, 'hubspot_owner_id', owner.ownerId, now - 10_000),
  ];
  return [deal, shuffled(random, events)];
}

export function closeWon(random: Random, deal: HubspotDeal, now: number): object[] {
  return shuffled(random, [
    property(deal, 'dealstage', 'closedwon', now),
    property(deal, 'closedate', String(now), now + 1),
  ]);
}

export function reopen(deal: HubspotDeal, now: number): object[] {
  return [property(deal, 'dealstage', 'contractsent', now)];
}

export function editAmount(random: Random, deal: HubspotDeal, now: number): object[] {
  return [property(deal, 'amount', amountOf(random), now)];
}

function property(deal: HubspotDeal, name: string, value: string, at: number): object {
  return {
    ...about(deal, 'deal.propertyChange', at),
    propertyName: name,
    propertyValue: value,
    changeSource: 'CRM_UI',
  };
}

function about({ objectId }: HubspotDeal, subscriptionType: string, occurredAt: number): object {
  const eventId = (objectId % 1_000_003) * 7 + (occurredAt % 1_000);
  return {
    eventId,
    subscriptionId: 2_001,
    portalId: PORTAL,
    appId: 54_321,
    occurredAt: Math.round(occurredAt),
    subscriptionType,
    attemptNumber: 0,
    objectId,
  };
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
