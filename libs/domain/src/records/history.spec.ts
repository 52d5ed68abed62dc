import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, History } from './history.js';
import { addRevision, enteredAt, firstValueOf, stateOf } from './history.js';

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
  it('knows what was said first', () => expect(firstValueOf(history, 'amount')).toBe('5'));
});
