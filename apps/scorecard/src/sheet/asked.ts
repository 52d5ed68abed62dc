import type { Period } from '../score/periods.js';

/** A number that somebody tapped, to see the entries behind it. */
export interface Asked {
  readonly metric: { readonly key: string; readonly title: string };
  readonly period: Period;
  /** What the page shows of it: when that moves, the entries are read again. */
  readonly shown: number | null;
}
