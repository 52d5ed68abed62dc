import type { Scorecard } from '@bellwether/contracts';

export interface Names {
  readonly team: (id: number) => string;
  readonly person: (id: number) => string;
}

/** Whom a scorecard is for, in words: `Iberia, every account executive, and Leena Korhonen`. */
export function describeWhom({ teams, jobTitles, people }: Scorecard['for'], names: Names): string {
  const parts = [
    ...teams.map((id) => names.team(id)),
    ...jobTitles.map((title) => `every ${title}`),
    ...(people.length > 3
      ? [`${people.length} people by name`]
      : people.map((id) => names.person(id))),
  ];
  if (parts.length === 0) return 'Nobody yet';
  const [last, ...others] = parts.toReversed();
  const text = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return String(text).charAt(0).toLocaleUpperCase() + String(text).slice(1);
}
