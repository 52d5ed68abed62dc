import type { OwnRow } from './compare-answers.js';

/** One answer file: which of its columns name a row, which are compared, and what we say instead. */
export interface AnswerCheck {
  readonly file: string;
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly own: () => Promise<ReadonlyMap<string, OwnRow>>;
}
