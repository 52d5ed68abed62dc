import type { Rescoring } from '@bellwether/contracts';
import { numberFormat } from '@bellwether/ui';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** `12,400 of 50,000 records, about 2 min left`; empty while nobody knows how many there are. */
export function progressText(
  { done, total, secondsLeft }: Pick<Rescoring, 'done' | 'total' | 'secondsLeft'>,
  locale: string,
): string {
  if (total === 0) return '';
  const whole = numberFormat(locale, {});
  const left = leftText(secondsLeft);
  const records = total === 1 ? 'record' : 'records';
  const counted = `${whole.format(done)} of ${whole.format(total)} ${records}`;
  return left === '' ? counted : `${counted}, ${left}`;
}

/** As exact as a guess can be: `about 40 s left`, `about 2 min left`, `about 1 h 20 min left`. */
export function leftText(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 1.5 * MINUTE) return `about ${Math.round(seconds / 10) * 10} s left`;
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return `about ${minutes} min left`;
  const tens = Math.round(seconds / MINUTE / 10) * 10;
  const [hours, rest] = [Math.floor((tens * MINUTE) / HOUR), tens % 60];
  return rest === 0 ? `about ${hours} h left` : `about ${hours} h ${rest} min left`;
}
