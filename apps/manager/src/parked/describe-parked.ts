import type { IdentityBody, ParkedReply } from '@bellwether/contracts';
import { folded } from '@bellwether/ui';

export type ParkedItem = ParkedReply['items'][number];

/** A pile of parked deliveries with one cause. */
export interface ParkedPile {
  readonly kind: string;
  readonly subject: string;
  readonly items: number;
}

/** What a pile says for itself, and what its cause wants from the desk. */
export interface ParkedWords {
  readonly title: string;
  readonly consequence: string;
  readonly remedy: string;
}

const THINGS: Readonly<Record<string, readonly [string, string]>> = {
  call: ['call', 'calls'],
  email: ['e-mail', 'e-mails'],
  meeting: ['meeting', 'meetings'],
  lead: ['lead', 'leads'],
  deal: ['deal', 'deals'],
  trial: ['trial', 'trials'],
  form: ['form', 'forms'],
  account: ['account', 'accounts'],
  subscription: ['subscription', 'subscriptions'],
  contract: ['contract', 'contracts'],
  ticket: ['ticket', 'tickets'],
  usage: ['use of the product', 'uses of the product'],
  reference: ['reference', 'references'],
  cost: ['cost', 'costs'],
  quota: ['quota', 'quotas'],
};

/** `4 deals`, or `4 deliveries` as long as it is not known of what. */
export function countText(items: number, type: string | null): string {
  const [one, many] = (type && THINGS[type]) || ['delivery', 'deliveries'];
  return `${items} ${items === 1 ? one : many}`;
}

/** The only kind of record in a pile, or null when there are several or none is known. */
export function typeOfPile(items: readonly ParkedItem[]): string | null {
  const types = new Set(items.map(({ record }) => record?.type ?? null));
  return types.size === 1 ? ([...types][0] ?? null) : null;
}

/** Somebody as a person would call them: the address, or the id in its source. */
export function identityText(subject: string): string {
  const email = /^email:(.+)$/.exec(subject)?.[1];
  if (email) return email;
  const id = /^source-\d+:(.+)$/.exec(subject)?.[1];
  return id ?? subject;
}

/** The identity that a pile waits for, as the people's page takes it. */
export function identityOf(subject: string): IdentityBody | null {
  const email = /^email:(.+)$/.exec(subject)?.[1];
  if (email) return { email };
  const [, source, id] = /^source-(\d+):(.+)$/.exec(subject) ?? [];
  return source && id ? { source: Number(source), id } : null;
}

export function describePile(pile: ParkedPile, type: string | null): ParkedWords {
  const one = pile.items === 1;
  const waiting = `${countText(pile.items, type)} ${one ? 'waits' : 'wait'}`;
  const counts = one ? 'It counts' : 'They count';
  switch (pile.kind) {
    case 'unknown-person':
      return {
        title: `“${identityText(pile.subject)}” is nobody yet`,
        consequence: `${waiting} for a name`,
        remedy: `Say who that is. ${counts} then, on the day ${one ? 'it' : 'they'} happened`,
      };
    case 'unmappable':
      return {
        title: 'Not understood',
        consequence: `${waiting}, unread`,
        remedy: 'Mend the cause at the source or in its settings, then try again',
      };
    case 'foreign-currency':
      return {
        title: pile.subject === '' ? 'Amounts in another currency' : `Amounts in ${pile.subject}`,
        consequence: `${waiting} for an exchange rate`,
        remedy: `Have its exchange rate set over the API. ${counts} then, at the rate of the day`,
      };
    case 'nobody-credited':
      return {
        title: 'Nobody owns it',
        consequence: `${waiting} for an owner`,
        remedy: `Give it an owner at the source. ${counts} as soon as that arrives`,
      };
    case 'no-date':
      return {
        title: 'No day to count on',
        consequence: `${waiting} for a date`,
        remedy: `Say at the source when it happened. ${counts} as soon as that arrives`,
      };
    case 'no-amount':
      return {
        title: 'The amount cannot be read',
        consequence: `${waiting} for an amount`,
        remedy: `Correct the amount at the source. ${counts} as soon as that arrives`,
      };
    case 'negative-span':
      return {
        title: 'It ended before it began',
        consequence: `${waiting} for its dates`,
        remedy: `Correct its dates at the source. ${counts} as soon as that arrives`,
      };
    case 'failed-rule':
      return {
        title: `The rule “${pile.subject.replaceAll('_', ' ')}” could not be applied`,
        consequence: waiting,
        remedy: 'When the rule or the record is mended, try again',
      };
    default:
      return {
        title: sentence(pile.kind.replaceAll('-', ' ')),
        consequence: waiting,
        remedy: 'Mend the cause, then try again',
      };
  }
}

/** The piles in whose words every word of a text occurs. */
export function findPiles(piles: readonly ParkedPile[], text: string): readonly ParkedPile[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return piles;
  return piles.filter((pile) => {
    const all = folded(`${describePile(pile, null).title} ${pile.subject}`);
    return words.every((word) => all.includes(word));
  });
}

/** Why an item was parked, as far as more can be said than its pile says. */
export function reasonOfItem({ kind, detail }: ParkedItem): string | null {
  if (kind === 'unmappable') return detail;
  try {
    const { reason } = JSON.parse(detail) as { readonly reason?: unknown };
    return typeof reason === 'string' ? reason : null;
  } catch {
    return detail;
  }
}

/** The stages that nobody gave a meaning yet, as the reasons of parked deliveries name them. */
export function unknownStages(items: readonly ParkedItem[]): readonly string[] {
  const stages = items.flatMap(
    ({ detail }) => /^Deal stage "(.+?)" is unknown/.exec(detail)?.[1] ?? [],
  );
  return [...new Set(stages)];
}

/** A body as it was sent, with line breaks where it is JSON. */
export function bodyText(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
