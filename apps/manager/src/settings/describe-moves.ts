import type { OrganisationReply } from '@bellwether/contracts';
import { listText } from '@bellwether/ui';
import { rangeText } from './range-text.js';

type Moved = OrganisationReply['moved'][number];

const KINDS: Readonly<Record<Moved['after']['kind'], string>> = {
  day: 'Today',
  week: 'This week',
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
  all: 'All time',
};

/** A period of today that becomes another: what it was and what it is. */
export interface MoveWords {
  readonly kind: string;
  readonly was: string;
  readonly is: string;
}

export function describeMove({ before, after }: Moved, today: string, locale: string): MoveWords {
  return { kind: KINDS[after.kind], was: told(before), is: told(after) };

  function told(period: Moved['after']): string {
    const days = rangeText(period, today, locale);
    // A week has no name of its own.
    return period.kind === 'week' || period.kind === 'day' ? days : `${period.label}, ${days}`;
  }
}

/** What else a change does, a sentence each. */
export function describeEffects(
  preview: Pick<OrganisationReply, 'moved' | 'countsAnew' | 'lostOn'>,
  zoneChanges: boolean,
  locale: string,
): readonly string[] {
  const { moved, countsAnew, lostOn } = preview;
  const effects: string[] = [];
  if (moved.length > 0) {
    effects.push('Boards, scorecards and screens follow at once. No entry is changed.');
  }
  if (zoneChanges) {
    const records = new Intl.NumberFormat(locale).format(countsAnew);
    effects.push(
      countsAnew === 0
        ? 'Days begin and end by the new zone.'
        : `Days begin and end by the new zone: ${records} ${
            countsAnew === 1 ? 'record is' : 'records are'
          } counted anew.`,
    );
  }
  if (lostOn.length > 0) {
    effects.push(
      `${listText(lostOn)} ${lostOn.length === 1 ? 'plays' : 'play'} a period that there is no more. Choose another for ${
        lostOn.length === 1 ? 'it' : 'them'
      }.`,
    );
  }
  return effects;
}
