import { describe, expect, it } from 'vitest';
import { findOptions, type Option } from './find-options.js';

const options: readonly Option[] = [
  { value: 'America/Argentina/Buenos_Aires', label: 'Buenos Aires', detail: 'Argentina' },
  { value: 'Europe/Dublin', label: 'Dublin', detail: 'Ireland' },
  { value: '3', label: 'Zofia Brzęczyszczykiewicz', detail: 'DACH' },
  { value: '4', label: 'Дмитро Ковальчук', detail: 'DACH' },
  { value: '5', label: 'Annelie Große-Wilde', detail: 'Dublin desk' },
];
const found = (text: string) => findOptions(options, text).map(({ value }) => value);

describe('finding in a list', () => {
  it.each([
    ['buenos', ['America/Argentina/Buenos_Aires']],
    ['america argentina', ['America/Argentina/Buenos_Aires']],
    ['America/Argentina', ['America/Argentina/Buenos_Aires']],
    ['brzeczy', ['3']],
    ['ковал', ['4']],
    ['grosse wilde', ['5']],
    ['dublin', ['Europe/Dublin', '5']],
    ['dach zof', ['3']],
    ['nobody', []],
  ])('%j finds %j', (text, values) => expect(found(text)).toEqual(values));

  it('shows everything as long as nothing is typed', () => {
    expect(found('  ')).toHaveLength(options.length);
  });
});
