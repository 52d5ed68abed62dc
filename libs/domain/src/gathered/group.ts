import type { Instant, RecordId } from '../ids.js';
import type { RateOn } from '../money/exchange.js';
import type { Moment } from '../measures/moment-of.js';
import type { History } from '../records/history.js';
import type { Fields, RecordType, Split } from '../records/record-fields.js';

/** What records are gathered by: the company at the top of theirs, their deal, or their conversation. */
export const GATHERED_BY = ['account', 'deal', 'thread'] as const;
export type GatheredBy = (typeof GATHERED_BY)[number];

/** How the ledger calls what is gathered. */
export const GROUP_TYPES = { account: 'customer', deal: 'pursuit', thread: 'thread' } as const;
export type GroupType = (typeof GROUP_TYPES)[GatheredBy];

export function isGroupType(type: string): type is GroupType {
  return Object.values(GROUP_TYPES).includes(type as GroupType);
}

/** One of the records of a group; what is deleted or merged is none. */
export interface Member {
  readonly id: RecordId;
  readonly type: RecordType;
  readonly externalId: string;
  readonly history: History;
  readonly fields: Fields;
}

/** The records that belong together, the same whatever arrived first. */
export interface Group {
  readonly by: GatheredBy;
  /** What they have in common, e.g. the account's name in the source. */
  readonly key: string;
  readonly members: readonly Member[];
}

/** Something that a group as a whole contributes. */
export interface Find {
  readonly credits: readonly Split[];
  readonly moment: Moment;
  /** In the measure's smallest part; below 0 where a balance falls. */
  readonly quantity: number;
  /** The record that brought it about. */
  readonly because: RecordId;
}

export interface GroupContext {
  readonly timeZone: string;
  readonly currency: string;
  readonly rateOn?: RateOn;
}

/** What a group of records comes to. */
export interface GatheredFigure {
  readonly by: GatheredBy;
  /** The records that it looks at. */
  readonly types: readonly RecordType[];
  readonly find: (group: Group, context: GroupContext) => readonly Find[];
}

/** Earlier ones first; settles equal moments alike on every machine. */
export function earliest<T extends { readonly at: Instant; readonly name: string }>(
  all: readonly T[],
): T | undefined {
  return all.toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))[0];
}

/** The one of whom a record is: all of it. */
export function whole(identity: unknown): readonly Split[] {
  return typeof identity === 'string' && identity !== '' ? [{ identity, basisPoints: 10_000 }] : [];
}
