import { describe, expect, it } from 'vitest';
import { KeptStorage } from '../memory/kept-storage.js';
import { ShelfStorage } from '../memory/shelf-storage.fixture.js';
import { lastVisit } from './last-visit.js';

const HOUR = 3_600_000;

describe('the last visit', () => {
  it('is over half an hour after somebody was last seen, and stays the last one until this is over', () => {
    const storage = new KeptStorage(new ShelfStorage());
    const at = (hour: number) => lastVisit(storage, 'visit', hour * HOUR);
    expect([at(9), at(9.25), at(12), at(12.25), at(18)]).toEqual([
      null,
      null,
      9.25 * HOUR,
      9.25 * HOUR,
      12.25 * HOUR,
    ]);
  });

  it('is unknown where nothing can be kept, and where a clock went back', () => {
    expect(lastVisit(new KeptStorage(null), 'visit', 9 * HOUR)).toBeNull();
    const storage = new KeptStorage(new ShelfStorage());
    storage.keep('visit', { before: null, seen: 30 * HOUR });
    expect(lastVisit(storage, 'visit', 9 * HOUR)).toBeNull();
  });
});
