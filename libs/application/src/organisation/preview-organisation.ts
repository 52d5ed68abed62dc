import type { BusinessDate, MovedPeriod, OrganisationId, YearOutline } from '@bellwether/domain';
import {
  businessDateOf,
  movedPeriods,
  parseBoardId,
  parsePeriod,
  periodOf,
  yearOutline,
} from '@bellwether/domain';
import type { Period } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Directories, Organisation } from '../ports/directories.js';
import type { OrganisationChange, OrganisationSettings } from '../ports/organisation-settings.js';
import type { SlideSetting } from '../ports/organisations.js';

/** The walls of an organisation, by name, and what they play. */
export interface Walls {
  list(
    organisationId: OrganisationId,
  ): Promise<readonly { readonly name: string; readonly slides: readonly SlideSetting[] }[]>;
}

/** How an organisation would count, and what that moves. */
export interface OrganisationPreview {
  readonly organisation: Organisation;
  readonly records: number;
  readonly today: BusinessDate;
  readonly week: Period;
  readonly outline: YearOutline;
  /** Running periods that would be others. */
  readonly moved: readonly MovedPeriod[];
  /** How many records would be counted anew. */
  readonly countsAnew: number;
  /** Walls with a slide of a period that would be none any more. */
  readonly lostOn: readonly string[];
}

/** Says beforehand what a change of the organisation's settings does. Changes nothing. */
export class PreviewOrganisation {
  constructor(
    private readonly settings: OrganisationSettings,
    private readonly walls: Walls,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    change: OrganisationChange,
  ): Promise<OrganisationPreview> {
    const { organisation: before } = await this.directories.fresh(organisationId);
    const after = { ...before, ...change };
    const { calendar, timeZone } = after;
    const today = businessDateOf(this.clock.now(), timeZone);
    const records = await this.settings.records(organisationId);
    const walls = await this.walls.list(organisationId);
    return {
      organisation: after,
      records,
      today,
      week: periodOf('week', today, calendar),
      outline: yearOutline(today, calendar),
      moved: movedPeriods(today, before.calendar, calendar),
      countsAnew: timeZone === before.timeZone ? 0 : records,
      lostOn: walls
        .filter(({ slides }) => slides.some((slide) => isLost(slide, before, after)))
        .map(({ name }) => name),
    };
  }
}

function isLost({ board, strip }: SlideSetting, before: Organisation, after: Organisation) {
  return [board, strip].some((id) => {
    const ref = id === null ? undefined : parseBoardId(id);
    if (!ref || ref.periodKey === null) return false;
    const isIn = ({ calendar }: Organisation) =>
      parsePeriod(ref.periodKind, ref.periodKey ?? '', calendar) !== undefined;
    return isIn(before) && !isIn(after);
  });
}
