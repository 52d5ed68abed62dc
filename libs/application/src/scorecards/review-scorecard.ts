import type { MemberLine, OrganisationId, Score, ScorecardPart, TeamId } from '@bellwether/domain';
import { addsUp, businessDateOf, groupScore } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { Scorecards } from '../ports/scorecards.js';
import { allHolders } from './holders.js';
import { maySeeScorecard } from './may-see-metric.js';
import type { MeasurePeople, Measuring } from './measure-people.js';
import type { MeasuredPerson } from './measured-person.js';

export interface ReviewRequest {
  readonly looker: Looker;
  /** Only this team's people of today; null is everybody's. */
  readonly teamId: TeamId | null;
  readonly order: 'name' | 'activity' | 'objective';
  readonly offset: number;
  readonly limit: number;
}

export interface Review {
  /** How many there are in all. */
  readonly total: number;
  readonly people: readonly MeasuredPerson[];
  /** Of all of them, not only of those on the page. */
  readonly group: { readonly activityScore: Score | null; readonly objectiveScore: Score | null };
}

/** Shows how all who have a scorecard do, to those who manage them. */
export class ReviewScorecard {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly measurePeople: MeasurePeople,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    id: number,
    { looker, teamId, order, offset, limit }: ReviewRequest,
  ): Promise<Review | undefined> {
    const scorecards = await this.scorecards.list(organisationId);
    if (!scorecards.some((scorecard) => scorecard.id === id)) return undefined;
    const directory = await this.directories.read(organisationId);
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    const held = allHolders(directory, scorecards, today).filter(
      (one) =>
        one.scorecard?.id === id &&
        (teamId === null || one.teamId === teamId) &&
        maySeeScorecard(looker, { id: one.person.id, teamId: one.teamId }),
    );
    const measuring: Measuring = { directory, held, looker, withStreaks: false };
    const all = await this.measurePeople.execute(organisationId, measuring);
    const page = inOrder(all, order).slice(offset, offset + limit);
    return {
      total: held.length,
      people: await this.measurePeople.execute(organisationId, {
        ...measuring,
        held: page,
        withStreaks: true,
      }),
      group: {
        activityScore: groupPart(all, 'activity'),
        objectiveScore: groupPart(all, 'outcome'),
      },
    };
  }
}

function inOrder(
  people: readonly MeasuredPerson[],
  order: ReviewRequest['order'],
): readonly MeasuredPerson[] {
  if (order === 'name') return people;
  const scoreOf = ({ activityScore, objectiveScore }: MeasuredPerson) =>
    (order === 'activity' ? activityScore : objectiveScore)?.ranked ?? -Infinity;
  // Equal ones stay as they are, by name: nothing less nothing is no number.
  return people.toSorted((a, b) => (scoreOf(a) === scoreOf(b) ? 0 : scoreOf(b) - scoreOf(a)));
}

/** Null also when something is kept from who looks. */
function groupPart(people: readonly MeasuredPerson[], part: ScorecardPart): Score | null {
  const members = people.map(({ lines }) => lines.filter(({ line }) => line.part === part));
  if (members.flat().some(({ isForYou }) => !isForYou)) return null;
  return groupScore(
    members.map((lines) =>
      lines.map(({ line, metric, measured, target }): MemberLine => ({
        metric: metric.key,
        direction: metric.direction,
        weight: line.weight,
        cap: line.cap,
        value: measured.value,
        target,
        addsUp: addsUp(metric),
      })),
    ),
  );
}
