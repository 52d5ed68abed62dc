declare const brand: unique symbol;

/** A plain value that is not to be mixed up with others of its shape. */
export type Branded<Value, Name extends string> = Value & { readonly [brand]: Name };

export type OrganisationId = Branded<number, 'organisation'>;
export type PersonId = Branded<number, 'person'>;
export type TeamId = Branded<number, 'team'>;
export type SourceId = Branded<number, 'source'>;
export type RecordId = Branded<number, 'record'>;
export type ScreenId = Branded<number, 'screen'>;
/** One version of one measure. A changed definition is another id under the same key. */
export type MeasureId = Branded<number, 'measure'>;
/** The gapless number of a ledger entry within its organisation. */
export type EntrySeq = Branded<number, 'entry'>;

/** Milliseconds since 1970 in UTC. */
export type Instant = number;
