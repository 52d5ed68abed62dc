import type { Unit, VersusReply } from '@bellwether/contracts';
import { momentText } from '../numbers/clock-text.js';
import { formatAmount, formatScore } from '../numbers/format-score.js';
import { ordinal } from '../numbers/ordinal.js';
import { recordsText, type EntryPlace } from './describe-entry.js';

/** Whom a comparison speaks to, and when. */
export interface ComparisonPlace extends EntryPlace {
  readonly now: number;
  /** It is the reader's own number. */
  readonly isOwn: boolean;
}

/** One sentence that says why, and one for what to do about it. */
export interface ComparisonText {
  readonly title: string;
  readonly sub: string | null;
}

/** Why somebody stands where they stand. */
export function comparisonText(reply: VersusReply, place: ComparisonPlace): ComparisonText {
  const { verdict, own, other, metric } = reply;
  if (!verdict || !other) return aloneText(reply, place);
  switch (verdict.kind) {
    case 'ahead':
      return verdict.by === null
        ? { title: `Ahead of ${other.name}`, sub: PLACES_ALONE }
        : {
            title: `${amountOf(metric.unit, verdict.by, place)} ahead of ${other.name}`,
            sub: null,
          };
    case 'behind':
      return verdict.by === null
        ? { title: `${other.name} is ahead`, sub: PLACES_ALONE }
        : {
            title: `${amountOf(metric.unit, verdict.by, place)} to ${goalText(other)}`,
            sub: needsText(reply, place),
          };
    case 'level':
      return levelText(verdict.first, own, other, place);
    case 'unplaced':
      return verdict.who === 'other'
        ? { title: `${other.name} has no place yet`, sub: whyNoPlace(metric.unit) }
        : noPlaceText(metric.unit, place);
  }
}

const PLACES_ALONE = 'Of this metric places are told, and no scores';

function aloneText({ own, metric, verdict }: VersusReply, place: ComparisonPlace): ComparisonText {
  if (verdict?.kind === 'unplaced') return noPlaceText(metric.unit, place);
  return own.rank === 1
    ? { title: 'Nobody else has a place yet', sub: null }
    : { title: 'Whoever is ahead is not shown here', sub: null };
}

function noPlaceText(unit: Unit, { isOwn }: ComparisonPlace): ComparisonText {
  return { title: isOwn ? 'You have no place yet' : 'No place yet', sub: whyNoPlace(unit) };
}

function whyNoPlace(unit: Unit): string {
  return unit.kind === 'ratio' || unit.kind === 'per'
    ? 'A rate begins with the first one that could count'
    : 'A place begins with the first entry that counts';
}

function levelText(
  first: 'own' | 'other' | null,
  own: VersusReply['own'],
  other: VersusReply['own'],
  place: ComparisonPlace,
): ComparisonText {
  const shared = own.rank === null ? 'a place' : ordinal(own.rank);
  const rule = `The same score is the same place: both are ${shared}`;
  if (first === null) return { title: `Level with ${other.name}`, sub: rule };
  const who = first === 'other' ? other.name : place.isOwn ? 'You' : own.name;
  const at = (first === 'other' ? other : own).reachedAt;
  const when = at === null ? '' : `, ${momentText(at, place.now, place.timeZone, place.locale)}`;
  return { title: `Level. ${who} got there first${when}`, sub: rule };
}

/** `the bell`, `2nd` */
function goalText({ rank, name }: VersusReply['own']): string {
  if (rank === 1) return 'the bell';
  return rank === null ? name : ordinal(rank);
}

function needsText(
  { needs, metric, recordType }: VersusReply,
  place: ComparisonPlace,
): string | null {
  if (needs === null) return null;
  const whose = place.isOwn ? 'your' : 'their';
  switch (needs.kind) {
    case 'in-a-row':
      return needs.times === 1
        ? 'If the next one counts, it is level'
        : `If the next ${needs.times} all count, it is level`;
    case 'less':
      return `${amountOf(metric.unit, needs.gap, place)} less draws level`;
    case 'more': {
      if (needs.times === null || needs.each === null || metric.unit.kind === 'count') return null;
      const things = recordsText(recordType, needs.times);
      const size = formatScore(metric.unit, roundedSize(metric.unit, needs.each), place.locale);
      return `${needs.times} more ${things} of ${whose} average size, ${size}, ${needs.times === 1 ? 'draws' : 'draw'} level`;
    }
  }
}

/** Nobody plans with the cents of an average. */
function roundedSize(unit: Unit, each: number): number {
  if (unit.kind !== 'money') return each;
  const one = 10 ** unit.minorDigits;
  return Math.max(one, Math.round(each / one) * one);
}

function amountOf(unit: Unit, amount: number, { locale }: EntryPlace): string {
  return formatAmount(unit, Math.abs(amount), locale);
}

/** What a part makes of the difference: `+€4,000`, `−8.2 points`; empty where it cannot be said. */
export function effectText(unit: Unit, effect: number | null, locale: string): string {
  if (effect === null) return '';
  const amount = formatAmount(unit, Math.abs(effect), locale);
  if (effect === 0 || formatAmount(unit, 0, locale) === amount) return 'even';
  return `${effect > 0 ? '+' : '\u2212'}${amount}`;
}
