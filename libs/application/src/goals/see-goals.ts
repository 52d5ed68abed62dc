import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { businessDateOf, dueInMonth, monthsOfYear } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { GoalFigures, MonthFigure } from '../ports/goal-figures.js';
import type { GoalEntry, Goals } from '../ports/goals.js';
import type { Inbox } from '../ports/inbox.js';
import type { Rescorings } from '../ports/rescorings.js';
import { maySeeMetric } from '../scorecards/may-see-metric.js';
import { countedBy, measureInForce } from './counted-by.js';
import type { GoalGrid, GoalMonth, GoalRow, GridAsked } from './goal-grid.js';
import { rowsAsked } from './rows-asked.js';

/** Shows the goals of a year beside what has come of them; a manager sees their own teams. */
export class SeeGoals {
  constructor(
    private readonly goals: Goals,
    private readonly figures: GoalFigures,
    private readonly directories: Directories,
    private readonly inbox: Pick<Inbox, 'oldestWaiting'>,
    private readonly rescorings: Pick<Rescorings, 'isRunning'>,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    asked: GridAsked,
    looker: Looker,
  ): Promise<GoalGrid> {
    const { year, of, kind, offset, limit } = asked;
    // Asked first: what is read after it has all of that counted.
    const counting = await this.#isCounting(organisationId);
    const directory = await this.directories.read(organisationId);
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    const days = { from: `${year}-01-01`, to: `${year}-12-31` } as Record<
      'from' | 'to',
      BusinessDate
    >;
    const entries = await this.goals.list(organisationId, kind, days);
    const all = rowsAsked(directory, entries, asked, { looker, today });
    const scene = {
      directory,
      looker,
      year,
      of,
      ...(await this.#count(organisationId, directory, asked, all)),
    };
    const seen = all.map((row) => seenRow(row, entries, scene));
    return {
      year,
      today,
      kind,
      counting,
      products: await this.goals.products(organisationId),
      total: all.length,
      rows: seen.slice(offset, offset + limit),
      sums: together(seen),
      managers:
        of === 'people' && kind.measure === 'money'
          ? managersOf(entries, directory, asked, looker)
          : null,
    };
  }

  async #isCounting(organisationId: OrganisationId): Promise<boolean> {
    if (await this.rescorings.isRunning(organisationId)) return true;
    return (await this.inbox.oldestWaiting(organisationId)) !== null;
  }

  async #count(
    organisationId: OrganisationId,
    directory: Directory,
    { year, of, kind }: GridAsked,
    rows: readonly Pick<GoalRow, 'id'>[],
  ) {
    const { won, quota, facet } = countedBy(kind, of);
    const [wonId, quotaId] = [measureInForce(directory, won), measureInForce(directory, quota)];
    const figures = await this.figures.read(organisationId, {
      year,
      measureIds: [wonId, quotaId].flatMap((id) => id ?? []),
      facet,
      of:
        of === 'people'
          ? { kind: of, ids: rows.map(({ id }) => id as PersonId) }
          : { kind: of, ids: rows.map(({ id }) => id as TeamId) },
    });
    return { wonId, quotaId, sumOf: sumsOf(figures) };
  }
}

type Rest = Pick<GoalRow, 'id' | 'name' | 'teamId' | 'managerId'>;

interface Scene {
  readonly directory: Directory;
  readonly looker: Looker;
  readonly year: number;
  readonly of: GridAsked['of'];
  readonly wonId: MonthFigure['measureId'] | undefined;
  readonly quotaId: MonthFigure['measureId'] | undefined;
  readonly sumOf: (id: number, month: number, measureId: number | undefined) => number | null;
}

function sumsOf(figures: readonly MonthFigure[]): Scene['sumOf'] {
  const sums = new Map(
    figures.map(({ id, month, measureId, quantity }) => [`${id} ${month} ${measureId}`, quantity]),
  );
  return (id, month, measureId) =>
    measureId === undefined ? null : (sums.get(`${id} ${month} ${measureId}`) ?? 0);
}

function seenRow(row: Rest, entries: readonly GoalEntry[], scene: Scene): GoalRow {
  const own = entries.filter(({ holder }) => isOf(holder, row.id, scene.of));
  const isTold =
    scene.of === 'teams' ||
    maySeeMetric(scene.directory, scene.looker, 'revenue_won', {
      id: row.id as PersonId,
      teamId: row.teamId,
    });
  return {
    ...row,
    goals: own.flatMap(({ period, value }) =>
      period === null || value === null ? [] : [{ period, value }],
    ),
    reliefs: own.flatMap(({ reason, value, startsOn, endsOn }) =>
      reason === null || value === null
        ? []
        : [{ from: startsOn, until: endsOn, reason, amount: value }],
    ),
    months: monthsOfYear(scene.year).map((month, index) => ({
      goal: dueOf(
        own.filter(({ reason }) => reason === null),
        month,
      ),
      relief: dueOf(
        own.filter(({ reason }) => reason !== null),
        month,
      ),
      won: isTold ? scene.sumOf(row.id, index + 1, scene.wonId) : null,
      due: scene.sumOf(row.id, index + 1, scene.quotaId),
    })),
  };
}

function isOf(holder: GoalEntry['holder'], id: number, of: GridAsked['of']): boolean {
  return holder.kind === 'person'
    ? of === 'people' && holder.personId === id
    : of === 'teams' && holder.teamId === id;
}

function dueOf(
  entries: readonly GoalEntry[],
  month: { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate },
): number {
  return entries.reduce((sum, entry) => sum + dueInMonth(entry.value ?? 0, entry, month), 0);
}

function together(rows: readonly GoalRow[]): readonly GoalMonth[] {
  const add = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one + other;
  return Array.from({ length: 12 }, (_, index) =>
    rows.reduce<GoalMonth>(
      (sum, { months }) => {
        const month = months[index] as GoalMonth;
        return {
          goal: sum.goal + month.goal,
          relief: sum.relief + month.relief,
          won: add(sum.won, month.won),
          due: add(sum.due, month.due),
        };
      },
      { goal: 0, relief: 0, won: 0, due: 0 },
    ),
  );
}

/** What managers answer for, of the teams that are looked at. */
function managersOf(
  entries: readonly GoalEntry[],
  { teams }: Directory,
  { year, teamId }: GridAsked,
  looker: Looker,
): readonly number[] {
  const meant = entries.filter(
    ({ holder, reason }) =>
      holder.kind === 'team' &&
      reason === null &&
      teams.has(holder.teamId) &&
      (teamId === null || holder.teamId === teamId) &&
      (looker.kind === 'runner' || looker.manages.includes(holder.teamId)),
  );
  return monthsOfYear(year).map((month) => dueOf(meant, month));
}
