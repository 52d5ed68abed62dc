import type { BusinessDate, OrganisationId, PersonId } from '@bellwether/domain';
import { addsUp, businessDateOf, hillOf } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { DailyTotals } from '../ports/daily-totals.js';
import type { Directories } from '../ports/directories.js';
import type { Presences } from '../ports/presences.js';
import type { Scorecards } from '../ports/scorecards.js';
import { heldBy } from './holders.js';
import { maySeeScorecard } from './may-see-metric.js';
import type { MeasurePeople } from './measure-people.js';
import type { Hill, MeasuredPerson, SeenScorecardLine } from './measured-person.js';
import { readDays } from './read-days.js';

/** All that a page of one's own shows. */
export interface SeenScorecard extends MeasuredPerson {
  readonly hill: Hill | null;
}

/** Shows somebody's scorecard, to themselves or to who manages them. */
export class SeeScorecard {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly measurePeople: MeasurePeople,
    private readonly dailyTotals: DailyTotals,
    private readonly presences: Presences,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    personId: PersonId,
    looker: Looker,
  ): Promise<SeenScorecard | 'unknown-person' | 'kept-private'> {
    const directory = await this.directories.read(organisationId);
    const person = directory.people.get(personId);
    if (!person) return 'unknown-person';
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    const scorecards = await this.scorecards.list(organisationId);
    const held = heldBy(person, directory, scorecards, today);
    if (!maySeeScorecard(looker, { id: personId, teamId: held.teamId })) return 'kept-private';
    const [measured] = await this.measurePeople.execute(organisationId, {
      directory,
      held: [held],
      looker,
      withStreaks: true,
    });
    if (!measured) throw new Error(`Person ${personId} was not measured`);
    return { ...measured, hill: await this.#hill(organisationId, measured, today) };
  }

  async #hill(
    organisationId: OrganisationId,
    { person: { id }, lines }: MeasuredPerson,
    today: BusinessDate,
  ): Promise<Hill | null> {
    const main = mainOutcome(lines);
    const presence = (await this.presences.read(organisationId, [id])).get(id);
    const { startsOn: from, endsOn: to } = main?.period ?? { startsOn: null, endsOn: null };
    if (!main || !presence || from === null || to === null) return null;
    const { metric, target } = main;
    const dayOf = await readDays(this.dailyTotals, organisationId, [metric], { from, to }, [id]);
    const doneOn = (date: BusinessDate) => dayOf(id, metric, date).actual ?? 0;
    return { metric: metric.key, days: hillOf({ from, to, today, target, presence, doneOn }) };
  }
}

/** The one that weighs most of those that can be climbed; of two alike, the first. */
function mainOutcome(lines: readonly SeenScorecardLine[]): SeenScorecardLine | undefined {
  return lines
    .filter(({ line, metric, isForYou }) => line.part === 'outcome' && addsUp(metric) && isForYou)
    .toSorted((a, b) => b.line.weight - a.line.weight)
    .at(0);
}
