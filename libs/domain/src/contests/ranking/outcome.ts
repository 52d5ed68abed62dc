import type { EntrySeq, Instant } from '../../ids.js';
import type { ContestEvent } from '../contest-event.js';
import type { FormatDetail } from '../format-detail.js';
import type { EntrantStatus, MissingGate, NotCounted, ScorePart } from '../judgement.js';
import type { Honour } from '../rules/prize-rule.js';

/** Where a format puts one entrant. */
export interface Line {
  /** Index of the entrant. */
  readonly entrant: number;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly status: EntrantStatus;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly reachedAt: Instant | null;
  /** Gates that are not passed. */
  readonly missing: readonly MissingGate[];
  /** Whether a place would pay: nothing is won with nothing, nor by who is out. */
  readonly canWin: boolean;
  /** Of 1; null where the format has nothing to come to. */
  readonly progress: number | null;
  /** Which of those who did what the format asks; null for who has not. */
  readonly finishedAs: number | null;
}

/** What a format makes of a play. */
export interface Outcome {
  /** Best first. */
  readonly lines: readonly Line[];
  /** In any order; without `started` and `ended`, which all formats have. */
  readonly events: readonly ContestEvent[];
  /** When the format ended it before its window did. */
  readonly endedAt: Instant | null;
  /** Whether places say something already; those of a bracket do when it is over. */
  readonly places: 'now' | 'later' | 'none';
  /** Indices of entrants. */
  readonly honours: Readonly<Partial<Record<Honour, readonly number[]>>>;
  readonly notCounted: readonly { readonly seq: EntrySeq; readonly why: NotCounted }[];
  readonly detail: FormatDetail | null;
}

/** What most formats leave open. */
export const PLAIN: Pick<Outcome, 'endedAt' | 'places' | 'honours' | 'notCounted' | 'detail'> = {
  endedAt: null,
  places: 'now',
  honours: {},
  notCounted: [],
  detail: null,
};
