import type { Converted } from './converted.js';
import { known, unknown } from './converted.js';

/** A plain decimal with the point moved to the left. */
export function readMoney(text: string, digits: number): Converted {
  const [, sign = '', whole, fraction = ''] =
    /^([+-]?)(\d{1,18})(?:\.(\d{0,20}))?$/.exec(text) ?? [];
  if (whole === undefined) return unknown('is no amount, such as 12500.50');
  const padded = whole.padStart(digits + 1, '0');
  const major = padded.slice(0, padded.length - digits).replace(/^0+(?=\d)/, '');
  if (major.length > 10) return unknown('is too large an amount for one record');
  const minor = `${padded.slice(padded.length - digits)}${fraction}`;
  return known(`${sign === '-' ? '-' : ''}${major}${minor === '' ? '' : `.${minor}`}`);
}

const SECONDS = { milliseconds: 1 / 1_000, seconds: 1, minutes: 60, hours: 3_600 };
const MOST_SECONDS = 86_400;

export function readDuration(text: string, unit: keyof typeof SECONDS): Converted {
  const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  const number = /^\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) * SECONDS[unit] : Number.NaN;
  const seconds = clock
    ? Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
    : Math.round(number);
  if (Number.isNaN(seconds)) return unknown('is no duration');
  return seconds <= MOST_SECONDS ? known(seconds) : unknown('is longer than a day');
}
