import { describe, expect, it } from 'vitest';
import { KeptStorage } from './kept-storage.js';
import { ShelfStorage } from './shelf-storage.fixture.js';

class BrokenStorage extends ShelfStorage {
  override getItem(): never {
    throw new Error('forbidden');
  }

  override setItem(): never {
    throw new Error('full');
  }

  override key(): never {
    throw new Error('forbidden');
  }
}

describe('KeptStorage', () => {
  it('gives back what it was given', () => {
    const kept = new KeptStorage(new ShelfStorage());
    kept.keepText('a', 'word');
    kept.keep('b', { n: 1 });
    kept.keepText('c', '42');
    expect([kept.text('a'), kept.read('b'), kept.number('c')]).toEqual(['word', { n: 1 }, 42]);
    kept.keepText('a', null);
    expect(kept.text('a')).toBe(null);
  });

  it('forgets by the beginning of a name', () => {
    const kept = new KeptStorage(new ShelfStorage());
    for (const name of ['wall.board.1', 'wall.board.2', 'wall.key', 'else'])
      kept.keepText(name, 'x');
    kept.forget('wall.board.', (board) => board === '2');
    expect([kept.text('wall.board.1'), kept.text('wall.board.2')]).toEqual([null, 'x']);
    kept.forget('wall.');
    expect([kept.text('wall.key'), kept.text('else')]).toEqual([null, 'x']);
  });

  it.each([
    ['there is none', null],
    ['everything throws', new BrokenStorage({ a: '1' })],
  ])('keeps nothing where %s', (_, storage) => {
    const kept = new KeptStorage(storage);
    kept.keep('a', 1);
    kept.forget('a');
    expect([kept.text('a'), kept.read('a'), kept.number('a')]).toEqual([null, null, null]);
  });

  it('takes nonsense for nothing', () => {
    const kept = new KeptStorage(new ShelfStorage());
    kept.keepText('a', '{');
    expect([kept.read('a'), kept.number('a')]).toEqual([null, null]);
  });
});
