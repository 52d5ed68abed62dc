/** A line of one part of a scorecard, as far as its score goes. */
export interface ScoredLine {
  /** Percent. */
  readonly weight: number;
  /** Percent. */
  readonly cap: number;
  readonly attainment: number | null;
}

/** 100 is every target met. */
export interface Score {
  /** All that was done. */
  readonly shown: number;
  /** No more of a line than its cap: for places and for pay. */
  readonly ranked: number;
}

/**
 * What the lines of a part come to. Those of which nothing can be measured are left out, and the others weigh as if
 * they were all; null when none is left.
 */
export function scoreOf(lines: readonly ScoredLine[]): Score | null {
  const measured = lines.filter(isMeasured);
  const weight = sum(measured, (line) => line.weight);
  if (weight === 0) return null;
  const of = (counted: (line: Measured) => number) =>
    (sum(measured, (line) => line.weight * counted(line)) / weight) * 100;
  return {
    shown: of(({ attainment }) => attainment),
    ranked: of(({ attainment, cap }) => Math.min(attainment, cap / 100)),
  };
}

type Measured = ScoredLine & { readonly attainment: number };

function isMeasured(line: ScoredLine): line is Measured {
  return line.attainment !== null;
}

function sum<Line>(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((all, line) => all + of(line), 0);
}
