import type {
  BusinessDate,
  GoalHolder,
  GoalKind,
  OrganisationId,
  ReliefReason,
  ReliefRefusal,
} from '@bellwether/domain';
import {
  PLAIN_CALENDAR,
  businessDateOf,
  dueInMonth,
  goalName,
  isClosed,
  overlap,
  periodOf,
  refuseRelief,
} from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { GoalChange, GoalEntry } from '../ports/goals.js';
import { nextMoment, subjectOf, yearsOf } from './decide-goals.js';
import { goalRecord } from './goal-record.js';
import type { KeepInLedger } from './keep-in-ledger.js';
import type { GoalRefusal } from './set-goals.js';
import { creditedOf, refuseHolder } from './set-goals.js';

export interface Relief {
  readonly holder: GoalHolder;
  readonly kind: GoalKind;
  readonly from: BusinessDate;
  readonly until: BusinessDate;
  readonly reason: ReliefReason;
  /** What it takes off, in the smallest part; null takes it back. */
  readonly amount: number | null;
}

export type ReliefOutcome = 'given' | ReliefRefusal | GoalRefusal['because'];

/**
 * Takes something off what somebody is to bring in over some days, for a reason. One holder's relief over the same days
 * for the same reason is one: given again it is corrected.
 */
export class GiveRelief {
  constructor(
    private readonly keep: KeepInLedger,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(organisationId: OrganisationId, relief: Relief, by: Actor): Promise<ReliefOutcome> {
    const { holder, kind, from, until, amount } = relief;
    const directory = await this.directories.read(organisationId);
    const now = this.clock.now();
    const refused = refuseHolder(holder, kind, amount, directory, now);
    if (refused) return refused;
    const today = businessDateOf(now, directory.organisation.timeZone);
    const outcome = await this.keep.execute<ReliefRefusal>(
      directory,
      {
        kind,
        of: holder.kind === 'team' ? 'teams' : 'people',
        days: yearsOf([{ startsOn: from }, { startsOn: until }]),
        people: [creditedOf(holder)],
        at: now,
      },
      (kept) => {
        const name = nameOf(relief);
        const before = kept.find((entry) => entry.name === name);
        const refusal =
          amount === null
            ? isClosed(from, today) && 'in-a-closed-month'
            : refuseRelief({ from, until, amount }, dueBeside(name, relief, kept), today);
        if (refusal) return { kind: 'leave', because: refusal };
        const entry: GoalEntry = {
          name,
          holder,
          kind,
          period: null,
          startsOn: from,
          endsOn: until,
          reason: relief.reason,
          value: amount,
          changedAt: nextMoment(before, now),
        };
        if ((before?.value ?? null) === amount) return { kind: 'change', entries: [], notes: [] };
        const record = goalRecord(entry, directory.organisation);
        const change: GoalChange = {
          kind: 'change',
          entries: [{ ...entry, record }],
          notes: [
            {
              deed: amount === null ? 'relief-taken-back' : 'relief-given',
              subject: subjectOf(holder, directory),
              before: { [`${from} to ${until}`]: before?.value ?? null },
              after: { [`${from} to ${until}`]: amount, reason: relief.reason },
            },
          ],
        };
        return change;
      },
      by,
    );
    return outcome === 'changed' ? 'given' : outcome;
  }
}

function nameOf({ holder, kind, from, until, reason }: Relief): string {
  return `relief/${goalName({ holder, kind, period: `${from}..${until}` })}/${reason}`;
}

/** Of the goals, less other relief, over the months that it touches. */
function dueBeside(name: string, relief: Relief, kept: readonly GoalEntry[]): number {
  const { from, until, holder } = relief;
  const touched = {
    startsOn: periodOf('month', from, PLAIN_CALENDAR).startsOn as BusinessDate,
    endsOn: periodOf('month', until, PLAIN_CALENDAR).endsOn as BusinessDate,
  };
  return kept
    .filter((entry) => entry.name !== name && isSame(entry.holder, holder))
    .filter((entry) => overlap(entry, touched))
    .reduce((sum, entry) => sum + signedOf(entry, touched), 0);
}

/** What an entry adds over some days: relief takes off. */
function signedOf(
  entry: GoalEntry,
  days: { readonly startsOn: BusinessDate; readonly endsOn: BusinessDate },
): number {
  const due = dueInMonth(entry.value ?? 0, entry, days);
  return entry.reason === null ? due : -due;
}

function isSame(one: GoalHolder, other: GoalHolder): boolean {
  return one.kind === 'person'
    ? other.kind === 'person' && one.personId === other.personId
    : other.kind === 'team' && one.teamId === other.teamId;
}
