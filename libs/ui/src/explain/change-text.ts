import type { ChangesReply } from '@bellwether/contracts';
import { causeOfEntry, happeningOf, titleOfEntry, type EntryPlace } from './describe-entry.js';
import type { MeasureDictionary } from './measure-words.js';
import { signed } from './measure-words.js';
import { dateText } from './moment-text.js';

export type Change = ChangesReply['changes'][number];

/** A day of booking and what was booked on it, the latest first. */
export interface ChangeDay {
  readonly bookedOn: string;
  readonly changes: readonly Change[];
  /** What all of it moved of the score; null where that cannot be said. */
  readonly effect: number | null;
}

/** Changes by the day on which they were booked. */
export function changeDays(changes: readonly Change[], most: number): readonly ChangeDay[] {
  const days = new Map<string, Change[]>();
  for (const change of changes.slice(0, most)) {
    const day = days.get(change.bookedOn);
    if (day) day.push(change);
    else days.set(change.bookedOn, [change]);
  }
  return [...days].map(([bookedOn, shown]) => ({
    bookedOn,
    changes: shown,
    effect: effectOf(changes.filter((change) => change.bookedOn === bookedOn)),
  }));
}

function effectOf(changes: readonly Change[]): number | null {
  return changes.reduce<number | null>(
    (sum, { effect }) => (sum === null || effect === null ? null : sum + effect),
    0,
  );
}

/** By what name the record goes. */
export function titleOfChange({ entries }: Change): string {
  const last = entries.at(-1);
  return last ? titleOfEntry(last) : '';
}

/** What it did: `Deal won. Late, it counts on Monday, 16 November`, `Taken back, the deal was reopened`. */
export function changeText(change: Change, today: string, place: EntryPlace): string {
  const { kind, entries, isLate } = change;
  const last = entries.at(-1);
  if (!last) return '';
  const reversal = entries.find(({ reverses }) => reverses !== null);
  const taken = entries.find(({ seq }) => seq === reversal?.reverses);
  const cause = reversal ? causeOfEntry(reversal, taken) : null;
  const late = isLate ? `. Late, it counts on ${dateText(last.date, today, place.locale)}` : '';
  const why = cause === null ? '' : `, ${cause}`;
  switch (kind) {
    case 'gained':
    case 'lessened':
      return `${happeningOf(entries[0] ?? last)}${reversal ? ', corrected since' : ''}${late}`;
    case 'corrected':
      return `Corrected${why}`;
    case 'taken-back':
      return `Taken back${why}`;
    case 'undone':
      return `Came and was taken back${why}`;
  }
}

/** What it moved: of the score where that can be said, else of each measure. */
export function movedText(
  { effect, moved }: Change,
  unit: ChangesReply['metric']['unit'],
  words: MeasureDictionary,
  locale: string,
): string {
  if (effect !== null) return signed(unit, effect, locale);
  const parts = moved.filter(({ quantity }) => quantity !== 0);
  if (parts.length === 0) return '0';
  return parts
    .map(({ measure, quantity }) => {
      const plus = quantity > 0 ? '+' : '';
      return `${plus}${words.phrase(measure, quantity, locale)}`;
    })
    .join(', ');
}
