import type { PersonLine } from '@bellwether/contracts';
import type { Option } from '@bellwether/ui';
import type { Period } from '../score/periods.js';

/** A number that somebody tapped, to see the entries behind it. */
export interface Asked {
  readonly metric: { readonly key: string; readonly title: string };
  readonly period: Period;
  /** What the page shows of it: when that moves, the entries are read again. */
  readonly shown: number | null;
  /** Why this place, and not where it comes from; beside somebody, or whoever is next. */
  readonly beside?: string;
  /** Of a line of the scorecard: its plan. */
  readonly line?: PersonLine | undefined;
  /** Who stands around, to be compared with. */
  readonly rivals: readonly Option[];
}
