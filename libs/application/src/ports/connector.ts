import type {
  Change,
  FieldRule,
  Instant,
  RecordType,
  SourceId,
  Unreadable,
} from '@bellwether/domain';
import type { Organisation } from './directories.js';

/** Where deliveries come from. */
export interface Source {
  readonly id: SourceId;
  readonly kind: string;
  readonly name: string;
  /** The unguessable last part of its address. */
  readonly address: string;
  /** Every secret that is valid now; more than one while they are being rotated. */
  readonly secrets: readonly string[];
  /** What its connector needs to know, e.g. which stages are won. */
  readonly settings: unknown;
  /** Where fields are taken from, besides what the connector knows by itself. */
  readonly fieldRules: readonly FieldRule[];
  /** Raised by each change of settings or rules; 0 while nobody has changed them. */
  readonly settingsVersion: number;
  readonly paused: boolean;
  /** While they are being rotated: until when all but the newest of the secrets are valid. */
  readonly oldSecretsUntil: Instant | null;
  /** Found by an API key that ends then, or has ended. */
  readonly keyEndsAt?: Instant | null;
  readonly organisation: Omit<Organisation, 'calendar'>;
}

/** An HTTP request as it came over the wire. */
export interface SignedRequest {
  readonly method: string;
  /** As the sender addressed us, with scheme, host and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What a vendor would send, ready to be sent. */
export type Sample = Pick<SignedRequest, 'headers' | 'body'>;

/** One thing out of a delivery. */
export type Item =
  | {
      readonly kind: 'item';
      /** UUID that repeats of this item share, and nothing else of this source. */
      readonly key: string;
      /** As it was sent. */
      readonly body: string;
    }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

export type Split =
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'malformed'; readonly field: string; readonly reason: string };

/** A change and the record that it is about. */
export interface RecordChange {
  readonly type: RecordType;
  readonly externalId: string;
  readonly change: Change;
}

export type Mapping =
  | { readonly kind: 'changes'; readonly changes: readonly RecordChange[] }
  /** Understood, and nothing that counts. */
  | { readonly kind: 'ignored' }
  | {
      readonly kind: 'unmappable';
      readonly reason: string;
      /** When it is rules that cannot read something: which. */
      readonly unreadable?: readonly Unreadable[];
    };

/** Speaks a vendor's language. One folder for each; pure but for hashing. */
export interface Connector {
  readonly kind: string;
  /** What it can tell of. */
  readonly records: readonly RecordType[];
  /** It has no language of its own: rules alone say which records those are. */
  readonly byRules: boolean;
  /** Why the request is not from the source, or undefined when it is. */
  refusal(request: SignedRequest, source: Source, now: Instant): string | undefined;
  /** Takes a request's body apart. */
  split(request: SignedRequest, source: Source, now: Instant): Split;
  /** What the paths of rules lead into. */
  payload(body: string): unknown;
  /** Turns an item into changes of records. */
  map(body: string, key: string, source: Source): Mapping;
  /** What the source might send now to this address, proven by its newest secret; named by `name`. */
  sample(source: Source, url: string, name: string, now: Instant): Sample;
}

export type Connectors = (kind: string) => Connector | undefined;
