import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from './leaves-of.js';
import { formatPath, parsePath, valueAt } from './payload-path.js';

describe('a path', () => {
  it.each([
    ['data.tags[0].name', ['data', 'tags', 0, 'name']],
    ['[0].id', [0, 'id']],
    ['data["a name"]["b.c"].d', ['data', 'a name', 'b.c', 'd']],
    ['custom_fields.3d0fa3', ['custom_fields', '3d0fa3']],
  ])('%s is read', (text, path) => {
    expect(parsePath(text)).toEqual(path);
    expect(formatPath(path)).toBe(text);
  });

  it.each([
    '',
    '.',
    'a.',
    'a..b',
    '.a',
    'a[',
    'a[x]',
    'a[-1]',
    'a b',
    'a["b]',
    '$..*',
    'a.'.repeat(400),
  ])('%j is none', (text) => expect(parsePath(text)).toBeUndefined());

  it('leads to what stands there, never to what every object has', () => {
    const payload = { data: { tags: [{ name: 'roi' }], none: null } };
    const at = (text: string) => valueAt(payload, parsePath(text)!);
    expect(at('data.tags[0].name')).toBe('roi');
    expect(at('data.none')).toBeNull();
    expect(at('data.none.more')).toBeUndefined();
    expect(at('data.constructor')).toBeUndefined();
    expect(at('__proto__.toString')).toBeUndefined();
    expect(at('data.tags[0].name.length')).toBeUndefined();
  });

  it('can be told of every value in any payload, and leads back to it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        for (const { path, text, kind } of leavesOf(payload)) {
          const parsed = parsePath(path);
          if (!parsed) continue;
          const value = valueAt(payload, parsed);
          const whole = kind === 'empty' ? '' : String(value);
          expect(whole.startsWith(text.slice(0, 190))).toBe(true);
        }
      }),
    );
  });
});
