import type { AfterEnd, ContestRules } from '../rules/contest-rules.js';
import { OWN_ZONE } from '../rules/contest-window.js';
import type { TieBreak } from '../rules/tie-break.js';
import type { ContestWords } from './contest-words.js';
import { counted } from './contest-words.js';
import { formatLinesOf } from './format-lines.js';
import { prizeLinesOf } from './prize-lines.js';
import { scoreLinesOf } from './score-lines.js';

/** The rules as people read them, made of what is judged by: a line for each of them, nothing left out. */
export function rulesInWords(rules: ContestRules, words: ContestWords): readonly string[] {
  return [
    whenOf(rules, words),
    ...formatLinesOf(rules, words),
    ...scoreLinesOf(rules, words),
    ...prizeLinesOf(rules, words),
    tiesOf(rules.tieBreaks, words),
    lateOf(rules),
  ];
}

function whenOf({ window, recurrence }: ContestRules, words: ContestWords): string {
  const clocks =
    window.zone === OWN_ZONE ? 'by the clocks where you are' : `time in ${window.zone}`;
  const until = window.until === null ? 'until it is won' : `until ${words.moment(window.until)}`;
  const again = recurrence
    ? ` Again every ${recurrence.every.count === 1 ? '' : `${recurrence.every.count} `}${recurrence.every.count === 1 ? recurrence.every.unit.slice(0, -1) : recurrence.every.unit}${recurrence.times === null ? '' : `, ${recurrence.times} times in all`}.`
    : '';
  return `From ${words.moment(window.from)} ${until}, ${clocks}.${again}`;
}

function tiesOf(tieBreaks: readonly TieBreak[], words: ContestWords): string {
  const asked = tieBreaks.slice(0, indexOrEnd(tieBreaks)).map((tieBreak) => {
    switch (tieBreak.kind) {
      case 'first-to-reach':
        return 'who got there first';
      case 'more-of':
        return `who has more of ${words.metric(tieBreak.metric)}`;
      case 'earlier-last-entry':
        return 'whose last contribution is older';
      case 'share':
        return '';
    }
  });
  return asked.length === 0
    ? 'Level is level: the place is shared.'
    : `Level: ${asked.join(', then ')}. Still level, the place is shared.`;
}

function indexOrEnd(tieBreaks: readonly TieBreak[]): number {
  const share = tieBreaks.findIndex(({ kind }) => kind === 'share');
  return share < 0 ? tieBreaks.length : share;
}

const AFTER: Readonly<Record<AfterEnd, string>> = {
  follow: 'What changes later changes the result, and prizes are adjusted.',
  freeze: 'Then the result stays.',
  'claw-back': 'Then the result stays. A prize for a deal that is taken back later is given back.',
};

function lateOf({ graceMinutes, afterEnd }: ContestRules): string {
  if (graceMinutes === 0) return `What arrives after the end is late. ${AFTER[afterEnd]}`;
  return `What happened in time and arrives within ${lengthOf(graceMinutes)} of the end still counts. ${AFTER[afterEnd]}`;
}

function lengthOf(minutes: number): string {
  if (minutes % 1_440 === 0) return counted(minutes / 1_440, 'day');
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}
