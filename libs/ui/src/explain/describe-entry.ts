import type { ExplainedEntry } from '@bellwether/contracts';
import { clockText, dayText } from '../numbers/clock-text.js';
import { formatDuration } from '../numbers/format-duration.js';
import type { MeasureDictionary } from './measure-words.js';

/** The zone and language in which moments are told. */
export interface EntryPlace {
  readonly timeZone: string;
  readonly locale: string;
}

const KINDS: Readonly<Record<string, string>> = {
  call: 'Call',
  email: 'E-mail',
  meeting: 'Meeting',
  lead: 'Lead',
  deal: 'Deal',
  trial: 'Trial',
  form: 'Form',
  account: 'Account',
  subscription: 'Subscription',
  contract: 'Contract',
  ticket: 'Ticket',
  usage: 'Use of the product',
  reference: 'Reference',
  cost: 'Cost',
  quota: 'Quota',
  customer: 'Customer',
  pursuit: 'Deal',
  thread: 'Conversation',
};

/** What the record is called: by its own name, whom it was with, or its id. */
export function titleOfEntry({ record, revision }: ExplainedEntry): string {
  const { account, contact } = revision.told;
  for (const name of [record.name, account, contact]) {
    if (typeof name === 'string' && name.trim() !== '') return name;
  }
  return recordText(record);
}

/** `Call C-8iz3zbb5` */
export function recordText(record: { readonly type: string; readonly externalId: string }): string {
  return `${kindOf(record)} ${record.externalId}`;
}

/** Records of a type in a sentence: `deals`, `meeting`; `more` of what has no one name. */
export function recordsText(type: string | null, count: number): string {
  if (type === null) return count === 1 ? 'one' : 'ones';
  const one = kindOf({ type }).toLocaleLowerCase();
  return count === 1 ? one : `${one}s`;
}

/** What happened, in the words of the record: `Deal won, Orsini`, `Call, 34 s of talk`. */
export function happeningOf(entry: ExplainedEntry): string {
  const { record, revision } = entry;
  const { status, talkSeconds, account } = revision.told;
  const kind = kindOf(record);
  if (record.type === 'call' && typeof talkSeconds === 'number') {
    return talkSeconds > 0 ? `${kind}, ${formatDuration(talkSeconds)} of talk` : `${kind}, no talk`;
  }
  const what = typeof status === 'string' ? `${kind} ${status}` : kind;
  const named = typeof account === 'string' && account !== '' && account !== titleOfEntry(entry);
  return named && !titleOfEntry(entry).startsWith(account) ? `${what}, ${account}` : what;
}

/** A moment of the ledger: the time alone on its own day, otherwise with the day. */
export function momentOnDay(instant: string, date: string, place: EntryPlace): string {
  const { timeZone, locale } = place;
  const at = Date.parse(instant);
  const time = clockText(at, timeZone, locale);
  if (dayText(at, timeZone) === date) return time;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  return `${day.format(at)}, ${time}`;
}

/** Why an entry is there besides what happened: what it takes back, or which record made room for it. */
export function causeOfEntry(
  entry: ExplainedEntry,
  taken: ExplainedEntry | undefined,
): string | null {
  const { becauseOf, reverses } = entry;
  if (becauseOf) {
    const other = recordText(becauseOf);
    const name = other.charAt(0).toLocaleLowerCase() + other.slice(1);
    return reverses === null ? `because ${name} was taken back` : `because ${name} came first`;
  }
  return reverses === null ? null : changeOf(entry, taken?.revision.told ?? {});
}

/** What all movements of an entry say: `1 call and 1 conversation`. */
function movedText(
  { movements }: ExplainedEntry,
  words: MeasureDictionary,
  locale: string,
): string {
  return listText(
    movements.map(({ measure, quantity }) => words.phrase(measure, quantity, locale)),
  );
}

/** What happened and what it moved, once where the one says the other: `1 deal won`, `Call, no talk: 1 call`. */
export function happeningAndMoved(
  entry: ExplainedEntry,
  words: MeasureDictionary,
  locale: string,
): string {
  const happening = happeningOf(entry);
  const moved = movedText(entry, words, locale);
  const same = moved.includes(happening.toLocaleLowerCase());
  return same ? moved : `${happening}: ${moved}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listText(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What the source said the second time. */
function changeOf(
  { record, revision: { told } }: ExplainedEntry,
  before: Readonly<Record<string, unknown>>,
): string {
  const kind = kindOf(record).toLocaleLowerCase();
  const changed = (field: string) => field in told && String(told[field]) !== String(before[field]);
  // It says what it said before: not its fields have changed, but whether it is there.
  if (!Object.keys(told).some(changed)) return `the ${kind} was removed in ${record.source}`;
  const { status } = told;
  if (status === 'open') return `the ${kind} was reopened`;
  if (typeof status === 'string' && changed('status') && !COUNTING.has(status)) {
    return `the ${kind} is ${status} now`;
  }
  if (changed('amount')) return 'the amount was changed';
  if (changed('owner') || changed('createdBy')) return 'it belongs to somebody else now';
  if (changed('splits')) return 'the shares were changed';
  if (['closedOn', 'heldAt', 'startsAt', 'endedAt', 'startedAt', 'sentAt'].some(changed)) {
    return 'the day was changed';
  }
  return `the ${kind} was changed`;
}

/** Whoever says so once more takes nothing back by it. */
const COUNTING = new Set(['won', 'held', 'booked', 'sql']);

function kindOf({ type }: { readonly type: string }): string {
  return KINDS[type] ?? type.charAt(0).toLocaleUpperCase() + type.slice(1);
}
