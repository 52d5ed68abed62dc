import { graceEnd } from './grace-end.js';
import type { Instant } from '../../ids.js';
import { zoneFor } from './contest-clock.js';
import type { Contribution } from './contributions.js';
import { zonesOf } from './play.js';
import type { Play } from './play.js';

/** A part of the window that is decided by itself, as a round or a game is. */
export interface Stage {
  readonly from: Instant;
  /** When it is over for the last; `from` of one that the end of the window leaves no time for. */
  readonly until: Instant;
  readonly counted: readonly Contribution[];
}

export interface Staged {
  readonly stages: readonly Stage[];
  /** In a stage, and recorded after its grace: what was played is not played again. */
  readonly late: readonly Contribution[];
  /** In no stage. */
  readonly outside: readonly Contribution[];
}

/**
 * Cuts the window where `cutsIn` says, in each zone; there is one stage less than cuts. What cuts lie beyond the end of
 * the window is cut at its end.
 */
export function stagesOf(play: Play, cutsIn: (timeZone: string) => readonly Instant[]): Staged {
  const cuts = new Map(
    zonesOf(play.rules, play.roster).map((zone) => [
      zone,
      cutsIn(zone).map((cut) => Math.min(cut, play.endsAt ?? cut)),
    ]),
  );
  const all = [...cuts.values()];
  const count = Math.max(0, (all[0]?.length ?? 0) - 1);
  const stages = Array.from({ length: count }, (_, stage) => ({
    from: Math.min(...all.map((own) => own[stage] as number)),
    until: Math.max(...all.map((own) => own[stage + 1] as number)),
    counted: [] as Contribution[],
  }));
  const zoneOf = new Map(
    play.roster.people.map((person) => [
      person.personId,
      zoneFor(play.rules.window, person.timeZone),
    ]),
  );
  const late: Contribution[] = [];
  const outside: Contribution[] = [];
  for (const one of play.counted) {
    const own = cuts.get(zoneOf.get(one.personId) ?? '') ?? [];
    const index = own.findLastIndex((cut) => cut <= one.at);
    const stage = stages[index];
    if (!stage) outside.push(one);
    else if (one.recordedAt > graceEnd(stage.until, play.rules)) late.push(one);
    else stage.counted.push(one);
  }
  return { stages, late, outside };
}

/** The reasons for what a staged format leaves out. */
export function leftOutOf({ late, outside }: Pick<Staged, 'late' | 'outside'>) {
  return [
    ...late.map(({ seq }) => ({ seq, why: 'arrived-after-the-grace' as const })),
    ...outside.map(({ seq }) => ({ seq, why: 'not-in-play' as const })),
  ];
}
