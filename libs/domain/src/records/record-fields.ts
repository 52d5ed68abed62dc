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
    /** When whoever it is began to use the product by themselves. */
    signedUpAt: 'instant',
    contactLevel: 'text',
    /** How well it fits the customers that are looked for. */
    fit: 'text',
    segment: 'text',
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
    /** The day on which it is expected to close. */
    expectedOn: 'date',
    /** In percent. */
    probability: 'number',
    segment: 'text',
    lines: 'lines',
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
  /** Something that a visitor filled in. */
  form: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    submittedAt: 'instant',
  },
  /** A company, known by what other records call `account`. */
  account: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    /** The company that it belongs to. */
    parent: 'text',
    employees: 'number',
    /** People who may use the product. */
    seats: 'number',
    segment: 'text',
    assignedOn: 'date',
    releasedOn: 'date',
  },
  subscription: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    product: 'text',
    deal: 'text',
    /** The recurring price of a month. */
    monthly: 'money',
    currency: 'text',
    signedAt: 'instant',
    startsOn: 'date',
    /** The first day without it. */
    endsOn: 'date',
    /** When it was cancelled, whenever that takes effect. */
    noticeAt: 'instant',
  },
  contract: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    dueOn: 'date',
    /** running, renewed or lapsed. */
    status: 'text',
    amount: 'money',
    currency: 'text',
  },
  ticket: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    /** low, normal, high or urgent. */
    priority: 'text',
    /** open or closed. */
    status: 'text',
    openedAt: 'instant',
    closedAt: 'instant',
  },
  /** Something that a customer's people did with the product. */
  usage: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    /** login, session, feature or milestone. */
    kind: 'text',
    name: 'text',
    user: 'text',
    seconds: 'seconds',
    usedAt: 'instant',
  },
  /** A case study, a quote, a reference call. */
  reference: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    kind: 'text',
    name: 'text',
    publishedAt: 'instant',
  },
  /** What was spent, over the days for which it was. */
  cost: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    /** sales, marketing, customer-success or delivery. */
    kind: 'text',
    /** contacting, qualifying, trial, closing or renewal. */
    step: 'text',
    channel: 'text',
    amount: 'money',
    currency: 'text',
    from: 'date',
    until: 'date',
  },
  /** What somebody is to bring in over some days. */
  quota: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    /** own, or team: a manager's for all of their team. */
    scope: 'text',
    /** new or existing. */
    business: 'text',
    product: 'text',
    reason: 'text',
    approvedBy: 'identity',
    amount: 'money',
    deals: 'number',
    currency: 'text',
    from: 'date',
    until: 'date',
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
  | 'splits'
  | 'lines';

export type RecordType = keyof typeof RECORD_FIELDS;
export const RECORD_TYPES = Object.keys(RECORD_FIELDS) as readonly RecordType[];

/** Somebody's part of a deal. The parts of one deal add up to 10,000. */
export interface Split {
  readonly identity: string;
  readonly basisPoints: number;
}

/** A product of a deal, and how much of its amount is for that. */
export interface DealLine {
  readonly product: string;
  /** Decimal text, in the deal's currency. */
  readonly amount: string;
}

export type FieldValue =
  string | number | boolean | readonly string[] | readonly Split[] | readonly DealLine[] | null;

/** Values by field name; a missing name is unknown, null is known to be empty. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** What every record can become besides its own fields. */
export interface Lifecycle {
  readonly deleted?: boolean;
  /** External id of the record that it went into; null undoes a merge. */
  readonly mergedInto?: string | null;
}
