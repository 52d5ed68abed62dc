import {
  CallRecord,
  DealRecord,
  EmailRecord,
  LeadRecord,
  MeetingRecord,
  TrialRecord,
  FormRecord,
  AccountRecord,
  SubscriptionRecord,
  ContractRecord,
  TicketRecord,
  UsageRecord,
  ReferenceRecord,
  CostRecord,
  QuotaRecord,
} from '@bellwether/contracts';
import type { RecordType } from '@bellwether/domain';

/** How the cell of a field is read. */
export type CellKind =
  | 'text'
  | 'word'
  | 'person'
  | 'moment'
  | 'day'
  | 'money'
  | 'currency'
  | 'seconds'
  | 'minutes'
  | 'number'
  | 'flag'
  | 'list'
  | 'custom';

/** Every field that a column can be taken for: those of the records, and some that stand for others. */
const KINDS: Readonly<Record<string, CellKind>> = {
  /** What the row is: a call, an e-mail, … */
  type: 'text',
  /** Names the row, so that a repeat counts once; default: all that it says. */
  id: 'text',
  externalId: 'text',
  owner: 'person',
  createdBy: 'person',
  passedBy: 'person',
  contact: 'text',
  account: 'text',
  name: 'text',
  kind: 'text',
  product: 'text',
  channel: 'text',
  stage: 'text',
  lostReason: 'text',
  purpose: 'text',
  deal: 'text',
  thread: 'text',
  place: 'word',
  step: 'word',
  contactLevel: 'word',
  mergedInto: 'text',
  parent: 'text',
  user: 'text',
  segment: 'text',
  fit: 'text',
  priority: 'word',
  scope: 'word',
  business: 'word',
  reason: 'word',
  approvedBy: 'person',
  status: 'word',
  outcome: 'word',
  direction: 'word',
  changedAt: 'moment',
  createdAt: 'moment',
  startedAt: 'moment',
  endedAt: 'moment',
  sentAt: 'moment',
  bookedAt: 'moment',
  startsAt: 'moment',
  heldAt: 'moment',
  touchedAt: 'moment',
  passedAt: 'moment',
  firstContactAt: 'moment',
  qualifiedAt: 'moment',
  paidAt: 'moment',
  completedAt: 'moment',
  evaluatedAt: 'moment',
  signedUpAt: 'moment',
  submittedAt: 'moment',
  signedAt: 'moment',
  noticeAt: 'moment',
  openedAt: 'moment',
  closedAt: 'moment',
  usedAt: 'moment',
  publishedAt: 'moment',
  /** When it happened, whatever it is. */
  at: 'moment',
  closedOn: 'day',
  intentBy: 'day',
  expectedOn: 'day',
  assignedOn: 'day',
  releasedOn: 'day',
  startsOn: 'day',
  endsOn: 'day',
  dueOn: 'day',
  from: 'day',
  until: 'day',
  amount: 'money',
  cost: 'money',
  yearly: 'money',
  monthly: 'money',
  quantity: 'number',
  termMonths: 'number',
  goals: 'number',
  goalsMet: 'number',
  probability: 'number',
  employees: 'number',
  seats: 'number',
  deals: 'number',
  seconds: 'seconds',
  currency: 'currency',
  talkSeconds: 'seconds',
  talkMinutes: 'minutes',
  isWon: 'flag',
  isLost: 'flag',
  isClosed: 'flag',
  automated: 'flag',
  successful: 'flag',
  deleted: 'flag',
  tags: 'list',
};

const CUSTOM_FIELD = /^custom\.([a-zA-Z][a-zA-Z0-9_]{0,39})$/;

export function cellKindOf(field: string): CellKind | undefined {
  if (Object.hasOwn(KINDS, field)) return KINDS[field];
  return CUSTOM_FIELD.test(field) ? 'custom' : undefined;
}

export const FIELD_NAMES: readonly string[] = Object.keys(KINDS);

/** The fields that a record of each type has, in the order in which they are written. */
export const FIELDS_OF: Readonly<Record<RecordType, ReadonlySet<string>>> = {
  call: new Set(Object.keys(CallRecord.shape)),
  email: new Set(Object.keys(EmailRecord.shape)),
  meeting: new Set(Object.keys(MeetingRecord.shape)),
  lead: new Set(Object.keys(LeadRecord.shape)),
  deal: new Set(Object.keys(DealRecord.shape)),
  trial: new Set(Object.keys(TrialRecord.shape)),
  form: new Set(Object.keys(FormRecord.shape)),
  account: new Set(Object.keys(AccountRecord.shape)),
  subscription: new Set(Object.keys(SubscriptionRecord.shape)),
  contract: new Set(Object.keys(ContractRecord.shape)),
  ticket: new Set(Object.keys(TicketRecord.shape)),
  usage: new Set(Object.keys(UsageRecord.shape)),
  reference: new Set(Object.keys(ReferenceRecord.shape)),
  cost: new Set(Object.keys(CostRecord.shape)),
  quota: new Set(Object.keys(QuotaRecord.shape)),
};

const STANDS_FOR = new Set(['at', 'talkMinutes', 'isWon', 'isLost', 'isClosed']);

/** Whether a file of this type can have the field. */
export function suits(field: string, type: RecordType | null): boolean {
  if (type === null || CUSTOM_FIELD.test(field) || STANDS_FOR.has(field)) return true;
  return FIELDS_OF[type].has(field);
}

const WORDS: readonly (readonly [RegExp, RecordType])[] = [
  [/^(phone ?|logged ?|sales ?)?calls?$|^phone$|^anruf$/, 'call'],
  [/^(sent ?|logged ?|outgoing ?)?e-?mails?$/, 'email'],
  [/^(sales ?|customer ?)?meetings?$|^demo$|^event$|^termin$/, 'meeting'],
  [/^leads?$/, 'lead'],
  [/^deals?$|^opportunit(y|ies)$/, 'deal'],
  [/^forms?( submissions?)?$/, 'form'],
  [/^accounts?$|^compan(y|ies)$|^customers?$/, 'account'],
  [/^subscriptions?$/, 'subscription'],
  [/^contracts?$/, 'contract'],
  [/^(support ?)?tickets?$/, 'ticket'],
  [/^(product ?)?usage$/, 'usage'],
  [/^costs?$|^spend$|^expenses?$/, 'cost'],
  [/^quotas?$/, 'quota'],
  [/^trials?$|^pocs?$|^proofs? of concept$|^evaluations?$/, 'trial'],
];

/** What a word for a kind of activity means; undefined for what is not counted. */
export function typeOf(word: string): RecordType | undefined {
  const plain = word.trim().toLowerCase();
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1];
}
