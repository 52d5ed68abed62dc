import type { GoalHolder, GoalKind, OrganisationId } from '@bellwether/domain';
import { businessDateOf, goalName, goalPeriod } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { DoubleGoal, WantedGoal } from './decide-goals.js';
import { decideGoals, yearsOf } from './decide-goals.js';
import type { KeepInLedger } from './keep-in-ledger.js';

export interface GoalToSet {
  readonly holder: GoalHolder;
  /** `2026-11`, `2026-Q4` or `2026`. */
  readonly period: string;
  /** In the smallest part; null clears it. */
  readonly value: number | null;
}

/** Why one of them cannot be set. `double`: `other` counts the same days. */
export type GoalRefusal = { readonly index: number } & (
  | {
      readonly because:
        'unknown-person' | 'unknown-team' | 'no-period' | 'twice' | 'money-only' | 'not-in-team';
    }
  | { readonly because: 'double'; readonly other: string }
);

export type GoalsSet =
  | { readonly kind: 'set'; readonly changed: number }
  /** Nothing was set. */
  | { readonly kind: 'refused'; readonly refusals: readonly GoalRefusal[] };

/** Sets goals, all of them or none. Said again, it changes nothing. */
export class SetGoals {
  constructor(
    private readonly keep: KeepInLedger,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    kind: GoalKind,
    toSet: readonly GoalToSet[],
    by: Actor,
  ): Promise<GoalsSet> {
    const directory = await this.directories.read(organisationId);
    const now = this.clock.now();
    const refusals = refusalsOf(kind, toSet, directory, now);
    if (refusals.length > 0) return { kind: 'refused', refusals };
    const wanted = toSet.flatMap(({ holder, period, value }): WantedGoal[] => {
      const parsed = goalPeriod(period);
      return parsed ? [{ holder, period: parsed, value }] : [];
    });
    let changed = 0;
    const people = new Set(wanted.map(({ holder }) => creditedOf(holder)));
    const of = wanted.some(({ holder }) => holder.kind === 'team') ? 'teams' : 'people';
    const days = yearsOf(wanted.map(({ period }) => period));
    const outcome = await this.keep.execute<readonly DoubleGoal[]>(
      directory,
      { kind, of, days, people: [...people], at: now },
      (kept) => {
        const decision = decideGoals(wanted, kept, { kind, directory, now });
        if (decision.kind === 'double') return { kind: 'leave', because: decision.doubles };
        changed = decision.entries.length;
        return decision;
      },
      by,
    );
    if (outcome === 'changed') return { kind: 'set', changed };
    return {
      kind: 'refused',
      refusals: outcome.map((double) => ({ ...double, because: 'double' })),
    };
  }
}

export function creditedOf(holder: GoalHolder) {
  return holder.kind === 'person' ? holder.personId : holder.managerId;
}

function refusalsOf(
  kind: GoalKind,
  toSet: readonly GoalToSet[],
  directory: Directory,
  now: number,
): readonly GoalRefusal[] {
  const seen = new Set<string>();
  return toSet.flatMap(({ holder, period, value }, index): GoalRefusal[] => {
    const name = goalName({ holder, kind, period });
    const isTwice = seen.has(name);
    seen.add(name);
    if (isTwice) return [{ index, because: 'twice' }];
    if (!goalPeriod(period)) return [{ index, because: 'no-period' }];
    const because = refuseHolder(holder, kind, value, directory, now);
    return because ? [{ index, because }] : [];
  });
}

/** Why nobody can have such a goal. What is there may be cleared all the same. */
export function refuseHolder(
  holder: GoalHolder,
  { measure }: GoalKind,
  value: number | null,
  { people, teams, teamOn, organisation }: Directory,
  now: number,
): Exclude<GoalRefusal['because'], 'double' | 'twice' | 'no-period'> | undefined {
  if (!people.has(creditedOf(holder))) return 'unknown-person';
  if (holder.kind === 'person') return undefined;
  if (!teams.has(holder.teamId)) return 'unknown-team';
  if (measure !== 'money') return 'money-only';
  if (value === null) return undefined;
  const today = businessDateOf(now, organisation.timeZone);
  return teamOn(holder.managerId, today) === holder.teamId ? undefined : 'not-in-team';
}
