import type { PersonScorecard } from '@bellwether/contracts';

/** Days in a row with all objectives met, and what the month has of them; null where nothing asks for it. */
export function streakText({
  streak,
  objectivesMet,
}: Pick<PersonScorecard, 'streak' | 'objectivesMet'>): {
  readonly title: string;
  readonly sub: string;
} | null {
  if (!streak) return null;
  const { current, longest, forgivenThisMonth } = streak;
  const title =
    current === 0
      ? 'No day in a row yet'
      : current === 1
        ? '1 day with everything met'
        : `${current} days in a row with everything met`;
  const best =
    longest > current ? `Your longest is ${longest}` : current > 1 ? 'Your longest so far' : '';
  const month =
    objectivesMet && objectivesMet.daysPresent > 0
      ? `${objectivesMet.daysMet} of ${objectivesMet.daysPresent} days this month`
      : '';
  const forgiven =
    forgivenThisMonth === 0
      ? ''
      : `${forgivenThisMonth} missed ${forgivenThisMonth === 1 ? 'day' : 'days'} forgiven`;
  return { title, sub: [month, forgiven, best].filter((part) => part !== '').join('. ') };
}
