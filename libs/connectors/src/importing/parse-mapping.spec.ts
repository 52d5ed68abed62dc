import { describe, expect, it } from 'vitest';
import { parseImportOptions } from './parse-mapping.js';

describe('a mapping', () => {
  it.each([
    ['type=deal, owner=Sales Rep', { type: 'deal', columns: { owner: 'Sales Rep' } }],
    ['type=Kind,at=Date+Time', { columns: { type: 'Kind', at: 'Date+Time' } }],
    ['won=Gewonnen|Auftrag,owner=', { won: ['Gewonnen', 'Auftrag'], columns: { owner: '' } }],
    ['{"columns":{"owner":"Rep, first"},"dates":"us"}', { columns: { owner: 'Rep, first' } }],
  ])('%s is understood', (text, options) => {
    expect(parseImportOptions(text, {})).toMatchObject({ kind: 'options', options });
  });

  it('gives way to what is said by itself', () => {
    const { options } = parseImportOptions('{"dates":"us"}', { dates: 'eu' }) as {
      options: object;
    };
    expect(options).toMatchObject({ dates: 'eu' });
  });

  it.each([
    ['owner', {}, /holds "owner", which is no field=column/],
    ['{broken', {}, /is no JSON/],
    ['{"colums":{}}', {}, /has nothing named "colums"/],
    [undefined, { dates: 'mars' }, /is none of iso, us, eu/],
    [undefined, { asOf: 'today' }, /is no day/],
  ])('%s %o is refused', (text, single, reason) => {
    expect(parseImportOptions(text, single)).toMatchObject({
      kind: 'wrong',
      reason: expect.stringMatching(reason) as string,
    });
  });
});
