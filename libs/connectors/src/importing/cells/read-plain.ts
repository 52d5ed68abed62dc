import type { Reading } from './reading.js';
import { read, unreadable } from './reading.js';

/** Whole seconds, written as a number or as `h:mm:ss`. */
export function readSeconds(text: string): Reading<number> {
  const clock = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (clock) return read(Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3]));
  if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(text)) {
    return unreadable(`"${text.slice(0, 40)}" is neither seconds nor h:mm:ss`);
  }
  return read(Math.round(Number(text)));
}

/** Minutes as a number, in whole seconds. */
export function readMinutes(text: string): Reading<number> {
  if (!/^-?\d{1,6}([.,]\d{1,9})?$/.test(text)) {
    return unreadable(`"${text.slice(0, 40)}" is no number of minutes`);
  }
  return read(Math.round(Number(text.replace(',', '.')) * 60));
}

/** A number as it is written in the file's language. */
export function readNumber(text: string, decimal: '.' | ',' | undefined): Reading<number> {
  const plain = decimal === ',' ? text.replace(',', '.') : text;
  if (!/^-?\d{1,12}(\.\d{1,9})?$/.test(plain)) {
    return unreadable(`"${text.slice(0, 40)}" is no number`);
  }
  return read(Number(plain));
}

const YES = new Set(['true', 'yes', 'y', '1', 'x', 'ja', 'oui', 'si', 'sí', 'wahr']);
const NO = new Set(['false', 'no', 'n', '0', 'nein', 'non', 'falsch']);

export function readFlag(text: string): Reading<boolean> {
  const word = text.toLowerCase();
  if (YES.has(word)) return read(true);
  if (NO.has(word)) return read(false);
  return unreadable(`"${text.slice(0, 40)}" is neither true nor false`);
}

/** A field of one's own: a number or a flag when it is written as one. */
export function readCustom(text: string): string | number | boolean {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
