import type { BusinessDate, GoalHolder, GoalKind, GoalPeriod, Instant } from '@bellwether/domain';
import { doubleGoal, goalName } from '@bellwether/domain';
import type { AuditSubject } from '../ports/audit.js';
import type { Directory } from '../ports/directories.js';
import type { GoalChange, GoalEntry, GoalNote } from '../ports/goals.js';
import { goalRecord } from './goal-record.js';

/** A goal as it is to be; null clears it. */
export interface WantedGoal {
  readonly holder: GoalHolder;
  readonly period: GoalPeriod;
  readonly value: number | null;
}

/** Which of the wanted goals cannot be, by its place, and the goal that stands in its way. */
export interface DoubleGoal {
  readonly index: number;
  readonly other: string;
}

/** What differs from what is kept, or what would count days twice. */
export function decideGoals(
  wanted: readonly WantedGoal[],
  kept: readonly GoalEntry[],
  scene: {
    readonly kind: GoalKind;
    readonly directory: Directory;
    readonly now: Instant;
  },
): GoalChange | { readonly kind: 'double'; readonly doubles: readonly DoubleGoal[] } {
  const goals = kept.filter(({ reason }) => reason === null);
  const doubles = doublesAmong(wanted, goals);
  if (doubles.length > 0) return { kind: 'double', doubles };
  const byName = new Map(goals.map((goal) => [goal.name, goal]));
  const entries = wanted.flatMap(({ holder, period, value }) => {
    const name = goalName({ holder, kind: scene.kind, period: period.key });
    const before = byName.get(name);
    if (isAsWanted(before, holder, value)) return [];
    const entry: GoalEntry = {
      name,
      holder,
      kind: scene.kind,
      period: period.key,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
      reason: null,
      value,
      changedAt: nextMoment(before, scene.now),
    };
    return [{ ...entry, record: goalRecord(entry, scene.directory.organisation), before }];
  });
  return { kind: 'change', entries, notes: notesOf(entries, scene.directory) };
}

/** Later than what was said before, whatever the clock says: of two changes the later counts. */
export function nextMoment(before: GoalEntry | undefined, now: Instant): Instant {
  return before === undefined ? now : Math.max(now, before.changedAt + 1);
}

function isAsWanted(
  before: GoalEntry | undefined,
  holder: GoalHolder,
  value: number | null,
): boolean {
  if (before === undefined || before.value === null) return value === null;
  return before.value === value && (value === null || sameManager(before.holder, holder));
}

function sameManager(one: GoalHolder, other: GoalHolder): boolean {
  return one.kind === 'person' || other.kind === 'person' || one.managerId === other.managerId;
}

function doublesAmong(
  wanted: readonly WantedGoal[],
  goals: readonly GoalEntry[],
): readonly DoubleGoal[] {
  const given = new Map<string, Set<string>>();
  const of = (holder: GoalHolder): Set<string> => {
    const key = holder.kind === 'person' ? `p${holder.personId}` : `t${holder.teamId}`;
    const known = given.get(key) ?? new Set();
    given.set(key, known);
    return known;
  };
  for (const { holder, period, value } of goals) {
    if (period !== null && value !== null) of(holder).add(period);
  }
  for (const { holder, period, value } of wanted) {
    if (value === null) of(holder).delete(period.key);
    else of(holder).add(period.key);
  }
  return wanted.flatMap(({ holder, period, value }, index) => {
    const other = value === null ? undefined : doubleGoal(period.key, [...of(holder)]);
    return other === undefined ? [] : [{ index, other }];
  });
}

type Changed = GoalEntry & { readonly before: GoalEntry | undefined };

/** One for each person and team: whoever looks for one of them finds what became of their goals. */
function notesOf(entries: readonly Changed[], directory: Directory): readonly GoalNote[] {
  const notes = new Map<string, GoalNote>();
  for (const { holder, kind, period, value, before } of entries) {
    const subject = subjectOf(holder, directory);
    const key = `${subject.kind} ${subject.id}`;
    const known = notes.get(key);
    const what = [period, kind.product ?? (kind.measure === 'money' ? null : kind.measure)];
    const name = what.filter((part) => part !== null).join(' ');
    notes.set(key, {
      deed: 'goals-changed',
      subject,
      before: { ...known?.before, [name]: before?.value ?? null },
      after: { ...known?.after, [name]: value },
    });
  }
  return [...notes.values()];
}

/** Whose goal it is, by the name of now. */
export function subjectOf(holder: GoalHolder, { people, teams }: Directory): AuditSubject {
  return holder.kind === 'person'
    ? {
        kind: 'person',
        id: String(holder.personId),
        name: people.get(holder.personId)?.name ?? '',
      }
    : { kind: 'team', id: String(holder.teamId), name: teams.get(holder.teamId)?.name ?? '' };
}

/** All days of the years that periods are of. */
export function yearsOf(days: readonly { readonly startsOn: BusinessDate }[]): {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
} {
  const years = days.map(({ startsOn }) => startsOn.slice(0, 4)).toSorted();
  return {
    from: `${years[0]}-01-01` as BusinessDate,
    to: `${years.at(-1)}-12-31` as BusinessDate,
  };
}
