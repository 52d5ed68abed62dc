import { KeepScorecards, asSystem } from '@bellwether/application';
import type { OrganisationId, ScorecardLine } from '@bellwether/domain';
import { ONE } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import type { INestApplicationContext } from '@nestjs/common';

const DEMO = asSystem('Demo');
const OPENERS = ['New Logos', 'Benelux'];
const CENTS = 100;

const daily = (metric: string, count: number, weight: number, minimum: number): ScorecardLine => ({
  metric,
  part: 'activity',
  period: 'day',
  target: count * ONE,
  weight,
  minimum: minimum === 0 ? null : minimum * ONE,
  cap: 150,
});
const monthly = (metric: string, target: number, weight: number): ScorecardLine => ({
  metric,
  part: 'outcome',
  period: 'month',
  target,
  weight,
  minimum: null,
  cap: 150,
});

/** One scorecard for those who open doors and one for those who close, by what the demo's people do. */
export async function foundScorecards(
  app: INestApplicationContext,
  organisationId: OrganisationId,
): Promise<void> {
  const { teams } = await app.get(PostgresDirectories).fresh(organisationId);
  const open = (name: string) => OPENERS.includes(name);
  const all = [...teams.values()];
  const forTeams = (isMeant: (name: string) => boolean) => ({
    people: [],
    jobTitles: [],
    teams: all.filter(({ name }) => isMeant(name)).map(({ id }) => id),
  });
  const scorecards = [
    {
      name: 'Sales development',
      for: forTeams(open),
      lines: [
        daily('calls', 10, 30, 6),
        daily('conversations', 4, 40, 2),
        daily('meetings_booked', 2, 30, 0),
        monthly('pipeline_created', 150_000 * CENTS, 60),
        monthly('leads_qualified', 6 * ONE, 40),
      ],
      forgivenMisses: 0,
    },
    {
      name: 'Account executives',
      for: forTeams((name) => !open(name)),
      lines: [
        daily('calls', 9, 30, 5),
        daily('emails', 6, 20, 3),
        daily('meetings_held', 1, 50, 0),
        monthly('revenue_won', 75_000 * CENTS, 70),
        monthly('pipeline_created', 150_000 * CENTS, 30),
      ],
      forgivenMisses: 1,
    },
  ];
  for (const scorecard of scorecards) {
    const made = await app.get(KeepScorecards).add(organisationId, scorecard, DEMO);
    if (typeof made === 'object') throw new Error(`The demo has no ${made.unknown} ${made.which}`);
  }
}
