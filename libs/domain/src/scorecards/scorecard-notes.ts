import type { ScorecardLine, ScorecardPart } from './scorecard.js';

const FEW: Readonly<Record<ScorecardPart, number>> = { activity: 4, outcome: 3 };

/** What is worth a thought before a scorecard is given to people; none of it forbids anything. */
export function scorecardNotes(lines: readonly Pick<ScorecardLine, 'part'>[]): readonly string[] {
  const [activities, outcomes] = [count(lines, 'activity'), count(lines, 'outcome')];
  const notes: string[] = [];
  if (activities > FEW.activity) {
    notes.push(
      `${activities} activities are a lot to keep in mind. With three or four, people know what a good day is.`,
    );
  }
  if (outcomes > FEW.outcome) {
    notes.push(
      `${outcomes} outcomes pull in different directions. Two or three say what the work is for.`,
    );
  }
  if (activities === 0) notes.push('Without activities it says what should come, not what to do.');
  if (outcomes === 0) notes.push('Without outcomes nobody sees what the activities lead to.');
  return notes;
}

function count(lines: readonly Pick<ScorecardLine, 'part'>[], part: ScorecardPart): number {
  return lines.filter((line) => line.part === part).length;
}
