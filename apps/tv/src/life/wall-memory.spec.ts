import type { BoardSnapshot, Watched } from '@bellwether/contracts';
import { ShelfStorage } from '@bellwether/ui/memory/shelf-storage.fixture.js';
import { describe, expect, it } from 'vitest';
import { WallMemory } from './wall-memory.js';

describe('WallMemory', () => {
  it('keeps what it is told and forgets boards that are played no more', () => {
    const storage = new ShelfStorage();
    const memory = new WallMemory(storage);
    memory.key = 'abc';
    memory.known = ['a', 'b'];
    memory.heardAt = 42;
    memory.keepBoards(new Map([['one', board(1)]]));
    memory.keepBoards(new Map([['two', board(2)]]));
    const later = new WallMemory(storage);
    expect([later.key, later.known, later.heardAt]).toEqual(['abc', ['a', 'b'], 42]);
    expect([later.board('one'), later.board('two')?.revision]).toEqual([null, 2]);
  });

  it('lives without storage, and with storage that throws or holds nonsense', () => {
    const full = new ShelfStorage();
    full.setItem = () => {
      throw new Error('full');
    };
    const odd = new ShelfStorage();
    odd.setItem('bellwether.wall.celebrations', '{');
    odd.setItem('bellwether.wall.heard', 'yesterday');
    for (const memory of [new WallMemory(null), new WallMemory(full), new WallMemory(odd)]) {
      memory.key = 'abc';
      memory.keepBoards(new Map([['one', board(1)]]));
      expect([memory.known, memory.heardAt]).toEqual([[], null]);
    }
  });

  it('forgets everything of another wall', () => {
    const storage = new ShelfStorage();
    storage.setItem('somebody.else', 'stays');
    const memory = new WallMemory(storage);
    memory.key = 'abc';
    memory.keepBoards(new Map([['one', board(1)]]));
    memory.forget();
    expect(storage.names).toEqual(['somebody.else']);
  });
});

function board(revision: number): Watched<BoardSnapshot> {
  return { epoch: 'one', revision, snapshot: {} as BoardSnapshot };
}
