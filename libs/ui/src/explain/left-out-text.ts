import type { ExplainReply } from '@bellwether/contracts';
import { numberFormat } from '../numbers/number-format.js';

type Count = ExplainReply['leftOut']['counts'][number];

/** What a cap left out: `3 of 23 are above the cap of 20 a day`, `2 of 9 are not the first with their contact that day`. */
export function leftOutText({ claimed, leftOut, atMost, by }: Count, locale: string): string {
  const told = (count: number) => numberFormat(locale, {}).format(count);
  const some = `${told(leftOut)} of ${told(claimed)} ${leftOut === 1 ? 'is' : 'are'}`;
  if (by === null) return `${some} above the cap of ${told(atMost)} a day`;
  const field = by.replace(/^custom\./, '');
  return atMost === 1
    ? `${some} not the first with the same ${field} that day`
    : `${some} above the cap of ${told(atMost)} per ${field} and day`;
}
