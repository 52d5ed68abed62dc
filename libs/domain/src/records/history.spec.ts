import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, History } from './history.js';
import {
  addRevision,
  currentOf,
  enteredAt,
  firstValueOf,
  leftAt,
  stateOf,
  stayedMs,
} from './history.js';

const arrival = { arrivedAt: 0, inboxId: 0 };
const historyOf = (changes: readonly Change[]): History =>
  changes.reduce<History>((known, change) => addRevision(known, change, arrival), []);

const change = (at: number, set: Change['set'], more: Partial<Change> = {}): Change => ({
  at,
  key: `key-${at}-${JSON.stringify(set)}`,
  set,
  ...more,
});

describe('the state of a record', () => {
  it('takes each field from the change that is latest in the source', () => {
    const history = historyOf([
      change(30, { amount: '3', owner: 'email:ada' }),
      change(10, { amount: '1', name: 'Orsini' }),
      change(20, { amount: '2' }),
    ]);
    expect(stateOf(history).fields).toEqual({ amount: '3', owner: 'email:ada', name: 'Orsini' });
  });

  it('is gone while deleted or merged, and back when that is undone', () => {
    const born = change(1, { amount: '1' });
    const deleted = change(2, {}, { key: 'deleted', lifecycle: { deleted: true } });
    const restored = change(3, {}, { key: 'restored', lifecycle: { deleted: false } });
    const merged = change(4, {}, { key: 'merged', lifecycle: { mergedInto: 'D-2' } });
    expect(stateOf(historyOf([born, deleted])).gone).toBe(true);
    expect(stateOf(historyOf([restored, deleted, born])).gone).toBe(false);
    expect(stateOf(historyOf([merged, restored, deleted, born])).gone).toBe(true);
  });

  it('does not depend on the order of arrival, nor on repeats', () => {
    const some = fc
      .record({
        at: fc.nat({ max: 5 }),
        field: fc.constantFrom('a', 'b'),
        value: fc.nat({ max: 3 }),
      })
      .map(({ at, field, value }) => change(at, { [field]: value }));
    fc.assert(
      fc.property(fc.array(some), fc.func(fc.nat()), (changes, order) => {
        const tangled = [...changes, ...changes].sort(
          (x, y) => order(x.key, x.at) - order(y.key, y.at),
        );
        expect(stateOf(historyOf(tangled))).toEqual(stateOf(historyOf(changes)));
      }),
    );
  });

  it('is told anew by newer settings, and remembers what it was taken for', () => {
    const before = change(10, { amount: '1', name: 'Orsini' }, { key: 'k' });
    const after = change(10, { amount: '2' }, { key: 'k', version: 1 });
    const history = historyOf([before, change(5, { stage: 'b' }), after]);
    expect(stateOf(history).fields).toEqual({ stage: 'b', amount: '2' });
    expect(history.map(({ revision, version }) => [revision, version])).toEqual([
      [2, undefined],
      [1, undefined],
      [3, 1],
    ]);
    expect(addRevision(history, after, arrival)).toBe(history);
    expect(addRevision(history, before, arrival)).toBe(history);
  });

  it('is no longer for being told the same by newer settings', () => {
    const first = change(10, { amount: '1' }, { key: 'k' });
    const history = historyOf([first, { ...first, version: 4 }]);
    expect(history).toMatchObject([{ revision: 1, version: 4 }]);
    expect(
      stateOf(addRevision(history, { ...first, set: {}, version: 3 }, arrival)).fields,
    ).toEqual({ amount: '1' });
  });

  it('ends as the newest settings tell it, in any order of telling', () => {
    const telling = fc.record({
      key: fc.constantFrom('k', 'l'),
      version: fc.nat({ max: 4 }),
    });
    // What a version of the settings makes of a change is always the same.
    const told = ({ key, version }: { key: string; version: number }) =>
      change(key === 'k' ? 1 : 2, version % 2 === 0 ? { a: key } : { b: version % 3 }, {
        key,
        version,
      });
    fc.assert(
      fc.property(fc.array(telling), fc.func(fc.nat()), (tellings, order) => {
        const tangled = [...tellings, ...tellings].sort(
          (x, y) => order(x.key, x.version) - order(y.key, y.version),
        );
        const end = (some: typeof tellings) => {
          const history = historyOf(some.map(told));
          expect(new Set(history.map(({ revision }) => revision)).size).toBe(history.length);
          return [stateOf(history), currentOf(history).map(({ key, set }) => [key, set])];
        };
        expect(end(tangled)).toEqual(end(tellings));
      }),
    );
  });

  it('numbers revisions in the order of arrival', () => {
    const history = historyOf([change(30, { a: 1 }), change(10, { a: 2 })]);
    expect(history.map(({ at, revision }) => [at, revision])).toEqual([
      [10, 2],
      [30, 1],
    ]);
  });
});

describe('the past of a record', () => {
  const history = historyOf([
    change(1, { status: 'new', amount: null }),
    change(2, { status: 'sql', amount: '5' }),
    change(3, { status: 'recycled', amount: '9' }),
    change(4, { status: 'sql' }),
    change(5, { status: 'sql' }),
  ]);

  it('knows when a status was first reached', () => {
    expect(enteredAt(history, 'status', ['sql'], 'first')).toBe(2);
  });
  it('knows since when it has lasted', () => {
    expect(enteredAt(history, 'status', ['sql'], 'last')).toBe(4);
  });
  it('knows that it has ended', () => {
    expect(enteredAt(history, 'status', ['recycled'], 'last')).toBeUndefined();
    expect(enteredAt(history, 'status', ['recycled'], 'first')).toBe(3);
  });
  it('knows when a status was left for the last time', () => {
    expect(leftAt(history, 'status', ['recycled'])).toBe(4);
    expect(leftAt(history, 'status', ['new', 'recycled'])).toBe(4);
  });
  it('knows that a status lasts', () => {
    expect(leftAt(history, 'status', ['sql'])).toBeUndefined();
  });
  it('adds up all stretches that are over', () => {
    expect(stayedMs(history, 'status', ['new', 'recycled'])).toBe(2);
    expect(stayedMs(history, 'status', ['sql'])).toBe(1);
    expect(stayedMs(history, 'status', ['lost'])).toBe(0);
  });
  it('knows what was said first', () => expect(firstValueOf(history, 'amount')).toBe('5'));
});
