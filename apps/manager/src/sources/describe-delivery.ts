import type { DeliveryLine, DeliveryReply, DeliveryState } from '@bellwether/contracts';
import { identityText } from '../parked/describe-parked.js';
import type { Tone } from './describe-source.js';

export interface VerdictWords {
  readonly label: string;
  readonly tone: Tone;
  /** What that means, and what to do. */
  readonly means: string;
}

const VERDICTS: Readonly<Record<DeliveryState, VerdictWords>> = {
  counted: { label: 'Counted', tone: 'good', means: 'It moved the numbers below' },
  noted: {
    label: 'Noted',
    tone: 'plain',
    means: 'It is known, and moved no number by itself',
  },
  ignored: { label: 'Not needed', tone: 'plain', means: 'Nothing in it is counted here' },
  parked: { label: 'Parked', tone: 'late', means: 'It waits in your inbox' },
  'set-aside': {
    label: 'Set aside',
    tone: 'plain',
    means: 'You decided that it is not to count',
  },
  waiting: { label: 'In line', tone: 'plain', means: 'It counts in a moment' },
  held: { label: 'Kept', tone: 'late', means: 'It counts when the source goes on' },
  emptied: {
    label: 'Scored',
    tone: 'plain',
    means: 'It was scored. What was sent is no longer kept',
  },
  test: {
    label: 'Test',
    tone: 'plain',
    means: 'A test of yours. It went all the way, and counts nowhere',
  },
  duplicate: {
    label: 'Sent twice',
    tone: 'plain',
    means: 'It was here already. Whatever is sent again counts once',
  },
  refused: { label: 'Refused', tone: 'bad', means: 'It was turned away, and the sender was told' },
};

export function verdictOf(state: DeliveryState): VerdictWords {
  return VERDICTS[state];
}

const THINGS: Readonly<Record<string, string>> = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  lead: 'Lead',
  deal: 'Deal',
};

/** What a delivery is about: `Orsini Logistica`, `Deal 70318`, `3 records`, or a request. */
export function titleOf({ records, state }: Pick<DeliveryLine, 'records' | 'state'>): string {
  const [first, ...others] = records;
  if (!first) {
    return state === 'refused' ? 'Request' : 'Delivery';
  }
  const name = first.name ?? `${thingOf(first.type)} ${first.externalId}`;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

export function thingOf(type: string): string {
  return THINGS[type] ?? type;
}

/** One line below the title: what came of it. */
export function resultOf(line: DeliveryLine): string {
  switch (line.state) {
    case 'counted':
      return line.entries === 1 ? '1 entry in the ledger' : `${line.entries} entries in the ledger`;
    case 'parked':
    case 'set-aside':
      return parkedText(line.parkedKind ?? '', line.parkedSubject ?? '', line.reason ?? '');
    case 'refused':
      return line.reason ?? verdictOf(line.state).means;
    case 'noted':
    case 'ignored':
    case 'waiting':
    case 'held':
    case 'emptied':
    case 'test':
    case 'duplicate':
      return verdictOf(line.state).means;
  }
}

/** Why something waits, in one sentence. */
export function parkedText(kind: string, subject: string, detail: string): string {
  switch (kind) {
    case 'unknown-person':
      return `“${identityText(subject)}” is nobody yet`;
    case 'nobody-credited':
      return 'Nobody owns it';
    case 'foreign-currency':
      return `Its amount is in ${subject}`;
    case 'no-date':
      return 'It has no day to count on';
    case 'no-amount':
      return 'Its amount cannot be read';
    case 'negative-span':
      return 'It ended before it began';
    case 'failed-rule':
      return `The rule “${subject.replaceAll('_', ' ')}” could not be applied`;
    default:
      return detail;
  }
}

/** A field of a record as people read it: times as times, somebody as their address. */
export function fieldText(name: string, value: unknown, momentOf: (at: number) => string): string {
  if (value === null) return 'empty';
  if (typeof value === 'number' && name.endsWith('At')) return momentOf(value);
  if (typeof value === 'string') return identityText(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(partText).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function partText(part: unknown): string {
  if (typeof part !== 'object' || part === null) return String(part);
  const { identity, basisPoints } = part as { identity?: unknown; basisPoints?: unknown };
  return typeof identity === 'string' && typeof basisPoints === 'number'
    ? `${identityText(identity)} ${basisPoints / 100} %`
    : JSON.stringify(part);
}

/** `changedAt` → `Changed at`. */
export function fieldName(name: string): string {
  const words = name
    .replace(/^custom\./, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The part of a record's entries that is worth a line: those of this delivery first. */
export function entriesByOwner(entries: DeliveryReply['told'][number]['entries']) {
  return {
    own: entries.filter(({ own }) => own),
    others: entries.filter(({ own }) => !own),
  };
}
