import type { MetricPrivacy } from '@bellwether/contracts';

/** Who looks at a metric, and what they get. */
export interface Glance {
  readonly who: string;
  readonly sees: string;
}

/** In one line: `Everyone, values, the first 12 places`. */
export function describePrivacy({ audience, shows, places }: MetricPrivacy): string {
  switch (audience) {
    case 'person':
      return 'Everybody their own number, nobody another’s';
    case 'managers':
      return 'Managers only, each their own teams';
    case 'team':
      return `Each team its own board, ${detailText(shows, places)}`;
    case 'everyone':
      return `Everyone, ${detailText(shows, places)}`;
  }
}

/** What it comes to for each who looks. */
export function glancesOf(privacy: MetricPrivacy): readonly Glance[] {
  const { audience, shows, places } = privacy;
  const others = `${detailText(shows, places)}; their own line with its value`;
  const nothing = 'Nothing';
  const [walls, reps, managers, runners] = {
    everyone: [
      capital(detailText(shows, places)),
      capital(`${others}${places === null ? '' : ', and two on either side'}`),
      'All places and values',
      'All places and values',
    ],
    team: [
      nothing,
      capital(`of their team: ${others}`),
      'All of their own teams',
      'All places and values',
    ],
    managers: [nothing, nothing, 'All of their own teams', 'All places and values'],
    person: [nothing, 'Their own line', nothing, nothing],
  }[audience];
  return [
    { who: 'Walls and viewers', sees: walls ?? nothing },
    { who: 'Reps', sees: reps ?? nothing },
    { who: 'Managers', sees: managers ?? nothing },
    { who: 'Owners and admins', sees: runners ?? nothing },
  ];
}

const TOLD = {
  value: 'values',
  progress: 'shares of the best score',
  rank: 'names in order without scores',
} as const;

function detailText(shows: MetricPrivacy['shows'], places: number | null): string {
  if (places === null) return `${TOLD[shows]}, all places`;
  return `${TOLD[shows]}, ${places === 1 ? 'first place only' : `the first ${places} places`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
