import { formatAmount, formatScore, ordinal } from '@bellwether/ui';
import type { OwnStanding } from '../score/own-standing.js';
import { duringText, type Period } from '../score/periods.js';

/** Thousandths, as counts are told. */
const ONE = 1_000;

/** The page's one sentence, and a smaller one that says who is meant. */
export interface HeroText {
  readonly title: string;
  readonly sub: string;
}

/** What separates somebody from the next place, or the leader from the rest. */
export function heroText(standing: OwnStanding, period: Period, locale: string): HeroText {
  const { row, next, leader, heading } = standing;
  if (!row) return standing.unplaced ? tooFew(standing, locale) : nothingYet(standing, period);
  if (row.rank === 1) {
    return leader?.id === row.id ? leading(standing, locale) : levelWithLeader(standing);
  }
  const gap = row.gap === null ? null : formatAmount(heading.unit, row.gap, locale);
  const place = next === null ? 'the next place' : placeText(next.rank);
  const there =
    next === null || heading.unit.kind === 'place'
      ? ''
      : `${next.name} is there with ${formatScore(heading.unit, next.score, locale)}`;
  return {
    title: gap === null ? `You are ${ordinal(row.rank)}` : `${gap} to ${place}`,
    sub: row.tied ? sentences(`You share ${ordinal(row.rank)} place`, there) : there,
  };
}

/** Something counts, and of too few for a place. */
function tooFew({ unplaced, heading }: OwnStanding, locale: string): HeroText {
  const { least } = heading;
  const { short } = unplaced ?? {};
  if (!short || !least) return { title: 'No place yet', sub: '' };
  const more = Math.ceil(least.ranked - short.has);
  const pieces = (count: number) =>
    `${formatCount(count, locale)} ${count === 1 ? least.one : least.many}`;
  return {
    title: `${pieces(more)} more to a place`,
    sub: `${formatCount(short.has, locale)} of ${pieces(least.ranked)} so far. Fewer say too little to compare`,
  };
}

function formatCount(count: number, locale: string): string {
  return formatScore({ kind: 'count', one: '', many: '' }, count * ONE, locale);
}

function nothingYet({ heading, ranked }: OwnStanding, period: Period): HeroText {
  const { unit } = heading;
  const first = unit.kind === 'count' ? `first ${unit.one}` : 'first entry';
  return {
    title: `Nothing counted yet ${duringText(period)}`,
    sub:
      ranked === 0
        ? 'Nobody has a number yet. The bell hangs free'
        : `Your ${first} puts you on the board`,
  };
}

function leading({ heading, row, behind }: OwnStanding, locale: string): HeroText {
  const second = behind[0];
  if (!row || !second) return { title: 'You wear the bell', sub: 'Nobody else has a number yet' };
  if (second.rank === row.rank) {
    return {
      title: `You wear the bell, level with ${second.shortName}`,
      sub: 'You got there first',
    };
  }
  if (heading.unit.kind === 'place') {
    return { title: 'You wear the bell', sub: `${second.name} is next` };
  }
  if (heading.least?.isByBound) {
    const theirs = formatScore(heading.unit, second.score, locale);
    return { title: 'You wear the bell', sub: `${second.name} is next with ${theirs}` };
  }
  const lead = formatAmount(heading.unit, Math.abs(row.score - second.score), locale);
  return {
    title: `You wear the bell, ${lead} ahead`,
    sub: `${second.name} is next with ${formatScore(heading.unit, second.score, locale)}`,
  };
}

function levelWithLeader({ leader }: OwnStanding): HeroText {
  return {
    title: `Level with ${leader?.shortName ?? 'the leader'} at the top`,
    sub: `${leader?.name ?? 'Somebody'} got there first and wears the bell`,
  };
}

function placeText(rank: number): string {
  return rank === 1 ? 'the bell' : `${ordinal(rank)} place`;
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
