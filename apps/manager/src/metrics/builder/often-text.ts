import { fieldText, type FromRecords } from './field-words.js';

/** How many of a day count: `every one`, `once per contact and day`, `at most 20 a day`. */
export function oftenText({ oncePer, atMost }: Pick<FromRecords, 'oncePer' | 'atMost'>): string {
  if (oncePer === null) return atMost === undefined ? 'every one' : `at most ${atMost} a day`;
  return atMost === undefined
    ? `once per ${fieldText(oncePer)} and day`
    : `at most ${atMost} per ${fieldText(oncePer)} and day`;
}
