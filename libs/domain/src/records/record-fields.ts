/** Fields of one's own stand beside the declared ones under this, e.g. `custom.satisfaction`. */
export const CUSTOM = 'custom.';

/**
 * The things of the seller's world that can be counted, and what may be known of each.
 *
 * `identity` is somebody as a source calls them (`email:ada@example.com`, `hubspot:77001`);
 * `money` is a decimal text, e.g. `12500.50`, in the record's currency; `seconds` an integer;
 * `number` a count that need not be whole; `instant` milliseconds since 1970.
 */
export const RECORD_FIELDS = {
  call: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    direction: 'text',
    outcome: 'text',
    createdAt: 'instant',
    startedAt: 'instant',
    endedAt: 'instant',
    talkSeconds: 'seconds',
    /** What it was for, e.g. qualification. */
    purpose: 'text',
    /** The deal that it was about. */
    deal: 'text',
    /** How high up whoever was talked to stands: c-level, vp, director, manager or staff. */
    contactLevel: 'text',
    tags: 'texts',
  },
  email: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    direction: 'text',
    createdAt: 'instant',
    sentAt: 'instant',
    automated: 'flag',
    /** The conversation that it belongs to. */
    thread: 'text',
    tags: 'texts',
  },
  meeting: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    kind: 'text',
    /** onsite or remote. */
    place: 'text',
    deal: 'text',
    contactLevel: 'text',
    /** booked, held, no-show or cancelled. */
    status: 'text',
    createdAt: 'instant',
    bookedAt: 'instant',
    startsAt: 'instant',
    heldAt: 'instant',
    tags: 'texts',
  },
  lead: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    channel: 'text',
    /** new, iql, pql, mql, sal, sql, converted, rejected or recycled. */
    status: 'text',
    createdAt: 'instant',
    /** When somebody first got in touch. */
    touchedAt: 'instant',
    /** Handed over from who qualified it to who sells. */
    passedAt: 'instant',
    passedBy: 'identity',
  },
  deal: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    product: 'text',
    /** new, cross-sell, up-sell or renewal. */
    kind: 'text',
    /** qualifying, demo, proposal or negotiation: the same in every source, unlike `stage`. */
    step: 'text',
    /** The step in the source's own words. */
    stage: 'text',
    /** open, won or lost. */
    status: 'text',
    amount: 'money',
    currency: 'text',
    /** What it costs to deliver. */
    cost: 'money',
    /** Of the amount, what comes again each year. */
    yearly: 'money',
    quantity: 'number',
    termMonths: 'number',
    createdAt: 'instant',
    firstContactAt: 'instant',
    /** When it was found worth selling: the start of its way to the close. */
    qualifiedAt: 'instant',
    paidAt: 'instant',
    closedOn: 'date',
    splits: 'splits',
    lostReason: 'text',
  },
  /** A proof of concept, trial or evaluation. */
  trial: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    deal: 'text',
    /** running, passed or failed. */
    status: 'text',
    startedAt: 'instant',
    completedAt: 'instant',
    /** What it was agreed to show, and how much of it was shown. */
    goals: 'number',
    goalsMet: 'number',
    evaluatedAt: 'instant',
    /** What came of the evaluation. */
    successful: 'flag',
    /** The day by which the customer means to buy. */
    intentBy: 'date',
    paidAt: 'instant',
    currency: 'text',
    cost: 'money',
  },
} as const satisfies Record<string, Record<string, FieldKind>>;

export type FieldKind =
  | 'identity'
  | 'text'
  | 'texts'
  | 'flag'
  | 'instant'
  | 'date'
  | 'seconds'
  | 'number'
  | 'money'
  | 'splits';

export type RecordType = keyof typeof RECORD_FIELDS;
export const RECORD_TYPES = Object.keys(RECORD_FIELDS) as readonly RecordType[];

/** Somebody's part of a deal. The parts of one deal add up to 10,000. */
export interface Split {
  readonly identity: string;
  readonly basisPoints: number;
}

export type FieldValue = string | number | boolean | readonly string[] | readonly Split[] | null;

/** Values by field name; a missing name is unknown, null is known to be empty. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** What every record can become besides its own fields. */
export interface Lifecycle {
  readonly deleted?: boolean;
  /** External id of the record that it went into; null undoes a merge. */
  readonly mergedInto?: string | null;
}
