import { graceEnd } from './counting/grace-end.js';
import type { Instant } from '../ids.js';
import type { ContestEvent } from './contest-event.js';
import type { Play } from './counting/play.js';
import { openPlay } from './counting/play.js';
import { judgeFormat } from './formats/judge-format.js';
import type { ContestPhase, Judgement } from './judgement.js';
import { payoutsOf } from './prizes/payouts-of.js';
import type { Outcome } from './ranking/outcome.js';
import type { Roster } from './roster.js';
import type { ContestRules } from './rules/contest-rules.js';
import { standingsOf } from './standings-of.js';
import type { TimelineEntry } from './timeline-entry.js';

/**
 * What the rules make of a timeline as of a moment: live standings, a back-test, an audit and a test ask the same
 * function. The timeline may hold more than the contest's window, entries of people who are not in it, and come in any
 * order; entries recorded or dated after `now` are not known yet, so that judging an old moment gives what it gave then.
 */
export function judge(
  rules: ContestRules,
  roster: Roster,
  timeline: readonly TimelineEntry[],
  now: Instant,
): Judgement {
  const play = openPlay(rules, roster, timeline, now);
  const outcome = judgeFormat(play);
  const endsAt = outcome.endedAt ?? play.endsAt;
  const payouts = payoutsOf(rules.prizes, outcome, play.entrants);
  return {
    asOf: now,
    phase: phaseAt(now, play.startsAt, endsAt, rules),
    startsAt: play.startsAt,
    endsAt,
    standings: standingsOf(play, outcome, payouts),
    events: eventsOf(play, outcome, endsAt),
    payouts,
    notCounted: [...play.notCounted, ...outcome.notCounted].toSorted((a, b) => a.seq - b.seq),
    detail: outcome.detail,
  };
}

function phaseAt(
  now: Instant,
  startsAt: Instant,
  endsAt: Instant | null,
  rules: ContestRules,
): ContestPhase {
  if (now < startsAt) return 'before';
  if (endsAt === null || now < endsAt) return 'running';
  return now < graceEnd(endsAt, rules) ? 'settling' : 'over';
}

function eventsOf(
  { now, startsAt, entrants }: Play,
  { events, lines }: Outcome,
  endsAt: Instant | null,
): readonly ContestEvent[] {
  const told: ContestEvent[] = [...events];
  if (startsAt <= now) told.push({ kind: 'started', at: startsAt, seq: null });
  if (endsAt !== null && endsAt <= now) {
    const winners = lines.filter(({ rank, canWin }) => rank === 1 && canWin);
    const ids = winners.map(({ entrant }) => entrants[entrant]?.id ?? 0);
    told.push({ kind: 'ended', winners: ids, at: endsAt, seq: null });
  }
  return told.sort((a, b) => a.at - b.at || turnOf(a) - turnOf(b));
}

/** Within a moment: the start, what entries did, what the clock did, the end. */
function turnOf({ kind, seq }: ContestEvent): number {
  if (kind === 'started') return Number.NEGATIVE_INFINITY;
  if (kind === 'ended') return Number.POSITIVE_INFINITY;
  return seq ?? Number.MAX_SAFE_INTEGER;
}
