import type { OrganisationId } from '@bellwether/domain';
import { businessDateOf, scorecardNotes } from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { KeptScorecard, Scorecards } from '../ports/scorecards.js';
import { allHolders } from './holders.js';
import { maySeeScorecard } from './may-see-metric.js';

export interface ListedScorecard extends KeptScorecard {
  /** Of how many people it is the scorecard now. */
  readonly people: number;
  readonly notes: readonly string[];
}

/** Lists what people are measured by; a manager sees the own targets of their own people. */
export class ListScorecards {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    looker: Looker,
  ): Promise<readonly ListedScorecard[]> {
    const scorecards = await this.scorecards.list(organisationId);
    const directory = await this.directories.read(organisationId);
    const today = businessDateOf(this.clock.now(), directory.organisation.timeZone);
    const held = allHolders(directory, scorecards, today);
    return scorecards.map((scorecard) => ({
      ...scorecard,
      ownTargets: scorecard.ownTargets.filter(({ personId: id }) =>
        maySeeScorecard(looker, { id, teamId: directory.teamOn(id, today) ?? null }),
      ),
      people: held.filter((one) => one.scorecard?.id === scorecard.id).length,
      notes: scorecardNotes(scorecard.lines),
    }));
  }
}
