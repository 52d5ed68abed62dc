import type { Instant, PersonId, TeamId } from '../ids.js';
import type { Membership } from '../people/membership.js';
import type { WorkingCalendar } from '../people/working-calendar.js';
import type { BusinessDate } from '../time/business-date.js';

/** What single formats need to know of who competes. */
export interface EntrantFacts {
  /** By metric, in its smallest unit. Of a group that has none of its own: those of its people together. */
  readonly targets?: Readonly<Record<string, number>>;
  /** By metric, what each of the periods before came to, all of the same length as the window. */
  readonly before?: Readonly<Record<string, readonly number[]>>;
  /** When they accepted a duel. */
  readonly acceptedAt?: Instant;
  /** When they declined it. */
  readonly declinedAt?: Instant;
}

export interface RosterPerson extends EntrantFacts {
  readonly personId: PersonId;
  readonly name: string;
  readonly timeZone: string;
  /** What happens before or after counts for nobody; null is open. */
  readonly joinedAt: Instant | null;
  readonly leftAt: Instant | null;
  /** Needed for averages of teams; an entry carries the team of its own day. */
  readonly memberships?: readonly Pick<Membership, 'teamId' | 'from' | 'until'>[];
  /** Needed for streaks, and for whom averages of teams leave out. */
  readonly calendar?: WorkingCalendar;
  readonly holidays?: readonly BusinessDate[];
}

export interface RosterTeam extends EntrantFacts {
  readonly teamId: TeamId;
  readonly name: string;
}

/** A team that exists for one contest. Nobody is on two sides. */
export interface RosterSide extends EntrantFacts {
  /** 1, 2, … within the contest. */
  readonly sideId: number;
  readonly name: string;
  readonly members: readonly PersonId[];
}

/**
 * Who takes part, in the order in which they are seeded. Entries of people who are not among `people` count for nobody.
 * `teams` and `sides` matter where they compete.
 */
export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly teams: readonly RosterTeam[];
  readonly sides: readonly RosterSide[];
  /** What a raffle or a multiplier draws by; null as long as it is not to be drawn. */
  readonly seed: string | null;
}
