import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBody, splitLines } from './split-body.js';

describe('a body', () => {
  it.each([
    ['{"a":1}', ['{"a":1}']],
    [' [ {"a":[1,2]} , {"b":"],{"} ] ', ['{"a":[1,2]}', '{"b":"],{"}']],
    ['[]', []],
    ['["\\"", "\\\\", 1, null]', ['"\\""', '"\\\\"', '1', 'null']],
    ['[{"big":12345678901234567890}]', ['{"big":12345678901234567890}']],
  ])('%j is taken apart as it stands', (body, texts) => {
    const items = texts.map((text) => ({ text, value: JSON.parse(text) as unknown }));
    expect(splitBody(body)).toEqual({ kind: 'items', items });
  });

  it('of lines is taken apart by lines', () => {
    const lines = ['{"a":1}', 'oops', '{"b":2}'];
    expect(splitLines('{"a":1}\r\noops\n\n{"b":2}\n')).toEqual(lines);
  });

  it.each(['', '{', '[1,', '{"a":1}{"b":2}', 'nonsense'])('%j is malformed', (body) => {
    expect(splitBody(body).kind).toBe('malformed');
  });

  it('loses nothing of any array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat({ max: 4 }), (values, indent) => {
        const split = splitBody(JSON.stringify(values, null, indent));
        const items = split.kind === 'items' ? split.items : [];
        const wanted: unknown = JSON.parse(JSON.stringify(values));
        expect(items.map(({ text }) => JSON.parse(text) as unknown)).toEqual(wanted);
        expect(items.map(({ value }) => value)).toEqual(wanted);
      }),
    );
  });
});
