import type {
  BusinessDate,
  DayOff,
  HillDay,
  MeasuredLine,
  Score,
  ScorecardPart,
  Streak,
} from '@bellwether/domain';
import { scoreOf } from '@bellwether/domain';
import type { HeldScorecard } from './holders.js';

/** A line as somebody sees it: what is kept from them is not in it. */
export interface SeenScorecardLine extends MeasuredLine {
  readonly isForYou: boolean;
  /** Of today; null when it has no minimum, or today is no working day of theirs. */
  readonly minimumMet: boolean | null;
}

/** Somebody's scorecard, worked out. */
export interface MeasuredPerson extends HeldScorecard {
  /** The day that it is where they are. */
  readonly today: BusinessDate;
  /** Why they do not work today; null when they do. */
  readonly dayOff: DayOff | null;
  readonly lines: readonly SeenScorecardLine[];
  readonly activityScore: Score | null;
  readonly objectiveScore: Score | null;
  readonly streak: Streak | null;
  readonly objectivesMet: { readonly daysMet: number; readonly daysPresent: number } | null;
}

/** The climb to the main outcome's target. */
export interface Hill {
  readonly metric: string;
  readonly days: readonly HillDay[];
}

/** Null also when a line is kept from who looks: it could be worked out from the score. */
export function partScore(lines: readonly SeenScorecardLine[], part: ScorecardPart): Score | null {
  const own = lines.filter(({ line }) => line.part === part);
  if (own.some(({ isForYou }) => !isForYou)) return null;
  return scoreOf(own.map(({ line: { weight, cap }, attainment }) => ({ weight, cap, attainment })));
}

/** Nothing of what was done is told. */
export function kept(line: MeasuredLine): SeenScorecardLine {
  const measured = { value: null, actual: null };
  return { ...line, measured, attainment: null, pace: null, isForYou: false, minimumMet: null };
}
