import { ShelfStorage } from '@bellwether/ui/memory/shelf-storage.fixture.js';
import { describe, expect, it } from 'vitest';
import { WallKeys } from './wall-keys.js';
import { WallMemory } from './wall-memory.js';

/** A page that is opened anew, with what the one before has kept. */
function open(storage: ShelfStorage | null, inAddress: string | null) {
  const memory = new WallMemory(storage);
  const address = { key: inAddress };
  const keys = new WallKeys(memory, inAddress, (key) => (address.key = key));
  return { keys, memory, address };
}

function paired(key = 'one'): ShelfStorage {
  const storage = new ShelfStorage();
  const { keys } = open(storage, null);
  keys.take(key);
  keys.accepted(7);
  return storage;
}

describe('the keys of a wall', () => {
  it('are kept in its memory and its address', () => {
    const storage = paired();
    const { keys, address } = open(storage, null);
    expect(keys.adopt('two')).toBe(true);
    expect(address.key).toBe('two');
    expect(open(storage, null).keys.current).toBe('two');
  });

  it('come from the address when there is a new one in it', () => {
    expect(open(paired(), 'another').keys.current).toBe('another');
  });

  it('are known as replaced when a kiosk always starts with its first address', () => {
    const storage = paired('written-in-the-kiosk');
    for (const next of ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']) {
      const { keys } = open(storage, 'written-in-the-kiosk');
      keys.accepted(7);
      expect(keys.adopt(next)).toBe(true);
    }
    expect(open(storage, 'written-in-the-kiosk').keys.current).toBe('nine');
    expect(new WallMemory(storage).replaced).toHaveLength(8);
  });

  it('are tried one after the other until the server takes one', () => {
    const storage = paired();
    open(storage, null).keys.adopt('two');
    const { keys } = open(storage, null);
    expect(keys.refused()).toBe('one');
    keys.accepted(7);
    expect(new WallMemory(storage).key).toBe('one');
    expect(keys.refused()).toBe('two');
    expect(keys.refused()).toBe(null);
  });

  it('are not replaced where nothing can be kept', () => {
    const forgetful = open(null, 'in-the-address').keys;
    forgetful.accepted(7);
    expect(forgetful.canKeep).toBe(false);
    const storage = paired();
    const full = open(storage, null);
    storage.setItem = () => {
      throw new Error('full');
    };
    expect(full.keys.adopt('two')).toBe(false);
    expect([full.keys.current, full.address.key]).toEqual(['one', null]);
  });

  it('of another screen leave nothing of the one before', () => {
    const storage = paired();
    new WallMemory(storage).screen = { key: 'one', screenId: 7, view: null };
    const { keys, memory } = open(storage, 'of-the-hall');
    expect(memory.screen?.screenId).toBe(7);
    keys.accepted(8);
    expect([memory.screen, memory.key]).toEqual([null, 'of-the-hall']);
  });
});
