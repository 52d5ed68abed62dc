import { describe, expect, it } from 'vitest';
import type { Command } from './command.js';
import { givenTo } from './given.js';

const command: Command = {
  summary: '',
  operand: 'FILE.csv',
  options: { dates: '' },
  flags: { 'dry-run': '' },
  run: () => Promise.resolve(true),
};
const plain: Command = { summary: '', options: {}, run: () => Promise.resolve(true) };

describe('what is typed after a command', () => {
  it('is a file, options and flags, in any order', () => {
    expect(givenTo('import', command, ['--dates=us', 'x.csv', '--dry-run'])).toEqual({
      operand: 'x.csv',
      options: { dates: 'us' },
      flags: new Set(['dry-run']),
    });
  });

  it.each([
    [command, [], /Type: npm run bellwether -- import FILE.csv/],
    [command, ['a.csv', 'b.csv'], /Type: npm run bellwether -- import FILE.csv/],
    [command, ['a.csv', '--fast'], /Unknown option '--fast'/],
    [plain, ['a.csv'], /Unexpected argument 'a.csv'/],
  ])('is refused when it is none of that', (one, args, story) => {
    expect(() => givenTo('import', one, args)).toThrow(story);
  });
});
