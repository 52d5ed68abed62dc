import { describe, expect, it } from 'vitest';
import { treeLines, type SentValue } from './value-tree.js';

const value = (text: string, ...steps: string[]): SentValue => ({
  path: steps.join('.'),
  steps,
  text,
  kind: 'text',
});
const sent = [
  value('Orsini', 'data', 'title'),
  value('roi', 'data', 'tags', '0', 'name'),
  value('7', 'data', 'tags', '1', 'name'),
  value('deal', 'meta', 'entity'),
];
const shown = (sought?: string) =>
  treeLines(sent, sought).map(({ depth, name, ...line }) =>
    `${'  '.repeat(depth)}${name} ${line.kind === 'value' ? line.value.text : ''}`.trimEnd(),
  );

describe('what was sent', () => {
  it('is a tree, each name once', () => {
    expect(shown()).toEqual([
      'data',
      '  title Orsini',
      '  tags',
      '    1.',
      '      name roi',
      '    2.',
      '      name 7',
      'meta',
      '  entity deal',
    ]);
  });

  it.each([
    ['ROI', ['data', '  tags', '    1.', '      name roi']],
    ['meta', ['meta', '  entity deal']],
    ['nothing like it', []],
  ])('can be searched for %s', (sought, lines) => expect(shown(sought)).toEqual(lines));

  it('has a line of its own for each', () => {
    const keys = treeLines(sent).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
