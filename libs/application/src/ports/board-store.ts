import type {
  Board,
  BoardChange,
  EntrySeq,
  Instant,
  LiveBoard,
  Metric,
  OrganisationId,
} from '@bellwether/domain';

/** The newest event in a board's numbers. */
export interface Newest {
  readonly happenedAt: Instant;
  readonly arrivedAt: Instant;
  readonly scoredAt: Instant;
}

/** What the board store holds of an organisation. */
export interface StoreState {
  /** The last entry in the boards; null when the store has been emptied. */
  readonly checkpoint: EntrySeq | null;
  /** Changes whenever a board is built or dropped. */
  readonly generation: number;
  /** Changes when all boards began anew. */
  readonly epoch: string;
  readonly boards: readonly LiveBoard[];
}

export interface StoredMember {
  /** A person's or a team's id. */
  readonly member: number;
  readonly score: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly reachedAt: Instant;
}

/** Somebody with anything on the board; without a score, not ranked (yet). */
export interface BuiltMember extends Omit<StoredMember, 'score'> {
  readonly score: number | null;
}

/** By what name somebody stands on a board: it decides between those who reached a score together. */
export type NameOf = (board: Board, member: number) => string;

/** A stretch of a board, and one line on either side: they tell whether the outermost share a place. */
export interface BoardWindow {
  readonly epoch: string;
  /** In order. */
  readonly members: readonly StoredMember[];
  /** The position of the first of them, from 0. */
  readonly from: number;
  /** How many stand before the first of them, and do not share their place. */
  readonly ahead: number;
  /** The next better score than that of the first; null when nobody has one, or scores do not order. */
  readonly better: number | null;
  /** How many have a place. */
  readonly ranked: number;
  /** How many are on the board without one: a ratio of too few. */
  readonly unranked: number;
  readonly newest: Newest | null;
}

export type WindowRequest =
  | { readonly kind: 'top'; readonly from: number; readonly to: number }
  | { readonly kind: 'around'; readonly member: number; readonly span: number };

/** Keeps boards in order, ready to be read. All of it can be lost and built again. */
export interface BoardStore {
  state(organisationId: OrganisationId): Promise<StoreState>;
  /**
   * Moves scores and checkpoint together, from `from` to `to`.
   * `stale`: the store is not at `from`, or boards came or went meanwhile; nothing was changed.
   */
  apply(
    organisationId: OrganisationId,
    change: {
      readonly from: EntrySeq;
      readonly to: EntrySeq;
      readonly generation: number;
      readonly boards: readonly BoardChange[];
      readonly newest: Newest | null;
      readonly nameOf: NameOf;
    },
  ): Promise<'applied' | 'stale'>;
  /** Sets the checkpoint of an emptied store; nothing when it has one. */
  begin(organisationId: OrganisationId, checkpoint: EntrySeq): Promise<void>;
  /**
   * Puts a board in place as of entry `builtAt`.
   * `behind`: the store is past that already; build it again from newer totals.
   */
  build(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    builtAt: EntrySeq,
    members: readonly BuiltMember[],
    nameOf: NameOf,
  ): Promise<'built' | 'behind'>;
  /** Drops boards; without names all of them, and a new epoch begins. */
  drop(organisationId: OrganisationId, keys?: readonly string[]): Promise<void>;
  /** Undefined when the board is not kept. */
  read(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    window: WindowRequest,
  ): Promise<BoardWindow | undefined>;
  /** Every member of a kept board. */
  members(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
  ): Promise<readonly StoredMember[] | undefined>;
}
