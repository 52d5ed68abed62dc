/** Fields of one's own stand beside the declared ones under this, e.g. `custom.satisfaction`. */
export const CUSTOM = 'custom.';

/**
 * The things of the seller's world that can be counted, and what may be known of each.
 *
 * `identity` is somebody as a source calls them (`email:ada@example.com`, `hubspot:77001`);
 * `money` is a decimal text, e.g. `12500.50`, in the record's currency; `seconds` an integer; `instant` milliseconds since 1970.
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
    tags: 'texts',
  },
  meeting: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    kind: 'text',
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
    /** new, mql, sal, sql, rejected or recycled. */
    status: 'text',
    createdAt: 'instant',
  },
  deal: {
    owner: 'identity',
    createdBy: 'identity',
    contact: 'text',
    account: 'text',
    name: 'text',
    product: 'text',
    /** The step in the source's own words. */
    stage: 'text',
    /** open, won or lost. */
    status: 'text',
    amount: 'money',
    currency: 'text',
    createdAt: 'instant',
    closedOn: 'date',
    splits: 'splits',
    lostReason: 'text',
  },
} as const satisfies Record<string, Record<string, FieldKind>>;

export type FieldKind =
  'identity' | 'text' | 'texts' | 'flag' | 'instant' | 'date' | 'seconds' | 'money' | 'splits';

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
