import type { Instant } from '../../ids.js';
import { momentOfLocal, zoneFor } from '../counting/contest-clock.js';
import type { Entrant } from '../counting/entrants.js';
import type { Play } from '../counting/play.js';
import type { Line, Outcome } from '../ranking/outcome.js';
import { PLAIN } from '../ranking/outcome.js';
import { rankedBy } from '../ranking/ranked.js';
import type { DuelFormat } from '../rules/contest-format.js';

/** The first of the roster challenges the second. Who is not in the duel counts for nobody. */
export function judgeDuel(play: Play, { acceptBy }: DuelFormat): Outcome {
  const [, challenged] = play.entrants;
  const answer = challenged ? answerOf(play, challenged, acceptBy) : null;
  const begins = answer?.kind === 'accepted' ? answer.at : Number.POSITIVE_INFINITY;
  const inPlay = play.counted.filter(({ entrant, at }) => entrant < 2 && at >= begins);
  const played = new Set(inPlay);
  const { lines, events } = rankedBy(play, inPlay);
  const isOff = answer?.kind === 'off';
  return {
    ...PLAIN,
    lines: lines.map((line): Line => {
      const isOut = line.entrant > 1 || (isOff && line.entrant === 1);
      return { ...line, ...(isOut && { status: 'out', rank: null, tied: false, canWin: false }) };
    }),
    events,
    endedAt: isOff ? answer.at : null,
    notCounted: play.counted
      .filter((one) => !played.has(one))
      .map(({ seq }) => ({ seq, why: 'not-in-play' })),
  };
}

type Answer =
  | { readonly kind: 'accepted'; readonly at: Instant }
  | { readonly kind: 'off'; readonly at: Instant }
  | { readonly kind: 'open' };

function answerOf(
  { rules, now, startsAt }: Play,
  { facts, people }: Entrant,
  acceptBy: DuelFormat['acceptBy'],
): Answer {
  if (acceptBy === null) return { kind: 'accepted', at: startsAt };
  const deadline = momentOfLocal(acceptBy, zoneFor(rules.window, people[0]?.timeZone ?? 'UTC'));
  const { acceptedAt, declinedAt } = facts;
  if (acceptedAt !== undefined && acceptedAt <= Math.min(now, deadline)) {
    return { kind: 'accepted', at: acceptedAt };
  }
  if (declinedAt !== undefined && declinedAt <= now) return { kind: 'off', at: declinedAt };
  return deadline <= now ? { kind: 'off', at: deadline } : { kind: 'open' };
}
