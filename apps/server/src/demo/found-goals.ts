import type { Clock, GoalToSet } from '@bellwether/application';
import { GiveRelief, SetGoals, asSystem } from '@bellwether/application';
import type { BusinessDate, GoalKind, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { PLAIN_CALENDAR, businessDateOf, monthsOfYear, periodOf } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { CLOCK } from '../tokens.js';
import { CAST } from './cast.js';

const DEMO = asSystem('Demo');
const MONEY: GoalKind = { measure: 'money', product: null };
const CENTS = 100;
/** Goals are round numbers. */
const STEP = 2_500 * CENTS;
/** What somebody of average drive is to bring in. */
const MONTHLY = 70_000 * CENTS;
/** Managers answer for a little more than the sum of their people. */
const STRETCH = 1.05;
/** Summer and the year's end. */
const SEASON = [0.9, 0.95, 1.05, 0.95, 1, 1.1, 0.9, 0.7, 1.05, 1.05, 1.1, 1.25];

/** Goals of this year for everybody, a number of its own for each team, and relief for somebody on leave. */
export async function foundGoals(
  app: INestApplicationContext,
  organisationId: OrganisationId,
): Promise<void> {
  const directory = await app.get(PostgresDirectories).fresh(organisationId);
  const { organisation, people, teams, teamOn } = directory;
  const today = businessDateOf(app.get<Clock>(CLOCK).now(), organisation.timeZone);
  const year = Number(today.slice(0, 4));
  const drives = new Map(CAST.map(({ name, drive }) => [name, drive]));
  const monthly = [...people.values()].map(({ id, name }) => ({
    id,
    team: teamOn(id, today),
    amount: MONTHLY * (drives.get(name) ?? 1),
  }));
  const own = monthly.flatMap(({ id, amount }) => goalsOf({ personId: id }, amount, year));
  const ofTeams = [...teams.keys()].flatMap((teamId) => {
    const members = monthly.filter(({ team }) => team === teamId);
    const [manager] = members;
    const sum = members.reduce((all, { amount }) => all + amount, 0);
    return manager ? goalsOf({ teamId, managerId: manager.id }, sum * STRETCH, year) : [];
  });
  for (const goals of [own, ofTeams]) {
    const set = await app.get(SetGoals).execute(organisationId, MONEY, goals, DEMO);
    if (set.kind === 'refused')
      throw new Error(`The demo has no goals: ${set.refusals[0]?.because}`);
  }
  await ease(app, organisationId, monthly[2]?.id, today);
}

type Whose =
  { readonly personId: PersonId } | { readonly teamId: TeamId; readonly managerId: PersonId };

function goalsOf(whose: Whose, amount: number, year: number): readonly GoalToSet[] {
  const holder =
    'personId' in whose
      ? { kind: 'person' as const, ...whose }
      : { kind: 'team' as const, ...whose };
  return monthsOfYear(year).map(({ key }, month) => ({
    holder,
    period: key,
    value: Math.round((amount * (SEASON[month] ?? 1)) / STEP) * STEP,
  }));
}

async function ease(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  personId: PersonId | undefined,
  today: BusinessDate,
): Promise<void> {
  const { startsOn, endsOn } = periodOf('month', today, PLAIN_CALENDAR);
  if (personId === undefined || startsOn === null || endsOn === null) return;
  const relief = {
    holder: { kind: 'person', personId },
    kind: MONEY,
    from: startsOn,
    until: endsOn,
    reason: 'leave',
    amount: 10_000 * CENTS,
  } as const;
  await app.get(GiveRelief).execute(organisationId, relief, DEMO);
}
