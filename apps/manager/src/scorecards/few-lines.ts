const FEW = { activity: 4, outcome: 3 } as const;

/** Why fewer lines would do more; null while there are few. Nothing forbids more. */
export function fewLinesNote(activities: number, outcomes: number): string | null {
  if (activities > FEW.activity) {
    return `${activities} activities are a lot for one day. With three or four, people know what a good day is`;
  }
  if (outcomes > FEW.outcome) {
    return `${outcomes} outcomes pull in different directions. Two or three say what the work is for`;
  }
  return null;
}
