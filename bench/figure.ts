import type { Stage } from './stage/stage.js';

/** What a line is held against: the ratio to the reference, or our own value. */
export interface Limit {
  readonly of: 'ratio' | 'value';
  readonly is: 'at-least' | 'at-most';
  /** What must be reached. */
  readonly must: number;
  /** What we would like to reach. */
  readonly aim?: number;
}

/** One line of the table. */
export interface Line {
  readonly what: string;
  /** Null when it could not be measured; `note` says why. */
  readonly ours: number | null;
  /** Of `ours` and `reference`: `/s`, `ms`, `s`, `KB`, `MB`, `x`. */
  readonly unit: string;
  /** What the bare reference did in the same run; null where there is none. */
  readonly reference: number | null;
  readonly limit: Limit | null;
  /** What exactly was measured, and what else was seen. */
  readonly note: string;
}

/** A figure of the bench: measures something of the running product. */
export interface Figure {
  /** By which `--only` calls it. */
  readonly name: string;
  measure(stage: Stage): Promise<readonly Line[]>;
}

export type Verdict = 'aim met' | 'met' | 'missed' | 'told' | 'not measured';

/** Ours over the reference's, both rates. */
export function ratioOf({ ours, reference }: Line): number | null {
  return ours === null || reference === null ? null : ours / reference;
}

/** Whether a line keeps its limit. */
export function verdictOf(line: Line): Verdict {
  if (line.ours === null) return 'not measured';
  if (line.limit === null) return 'told';
  const { of, is, must, aim } = line.limit;
  const value = of === 'ratio' ? ratioOf(line) : line.ours;
  if (value === null) return 'not measured';
  const reaches = (mark: number) => (is === 'at-least' ? value >= mark : value <= mark);
  if (aim !== undefined && reaches(aim)) return 'aim met';
  return reaches(must) ? 'met' : 'missed';
}
