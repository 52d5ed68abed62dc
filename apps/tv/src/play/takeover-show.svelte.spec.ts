import type { Celebration } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TakeoverShow } from './takeover-show.svelte.js';

describe('a takeover', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('freezes the boards, strikes, shrinks into the winner and thaws', () => {
    const { show, told, waiting } = wall();
    waiting.push(deal('a', 7));
    show.consider();
    vi.advanceTimersByTime(300 + 9_200);
    expect(show.showing).toMatchObject({ shrinking: true, target: { x: 7, y: 7 } });
    vi.advanceTimersByTime(600);
    expect(show.showing).toBeNull();
    expect(told).toEqual(['freeze', 'strike a', 'uncover 7', 'locate 7', 'thaw']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never shows two at once', () => {
    const { show, told, waiting } = wall();
    waiting.push(deal('a', 7));
    show.consider();
    vi.advanceTimersByTime(5_000);
    waiting.push(deal('b', 8));
    show.consider();
    expect(ids(show)).toEqual(['a']);
    vi.advanceTimersByTime(5_100);
    show.consider();
    vi.advanceTimersByTime(2_799);
    expect(show.showing).toBeNull();
    vi.advanceTimersByTime(1);
    expect(ids(show)).toEqual(['b']);
    expect(told.filter((word) => word === 'freeze')).toHaveLength(2);
  });

  it('rolls the names of a few and adds them up', () => {
    const { show, waiting } = wall();
    waiting.push(deal('a', 7), deal('b', 8));
    show.consider();
    const scenes = [300, 2_950, 2_400].map((pause) => {
      vi.advanceTimersByTime(pause);
      const { plan, scene } = show.showing ?? { plan: null, scene: 0 };
      const shown = plan?.scenes[scene];
      return shown?.kind === 'deal' ? shown.celebration.id : shown?.kind;
    });
    expect(scenes).toEqual(['a', 'b', 'total']);
  });

  it('ends at once when its only deal is taken back', () => {
    const { show, told, waiting } = wall();
    waiting.push(deal('a', 7));
    show.consider();
    vi.advanceTimersByTime(2_000);
    show.takeBack('a');
    expect([show.showing, told.at(-1), vi.getTimerCount()]).toEqual([null, 'thaw', 0]);
  });

  it('goes on without a deal that is taken back', () => {
    const { show, waiting } = wall();
    waiting.push(deal('a', 7), deal('b', 8), deal('c', 9));
    show.consider();
    vi.advanceTimersByTime(1_000);
    show.takeBack('b');
    expect(ids(show)).toEqual(['a', 'c']);
    vi.advanceTimersByTime(20_000);
    expect(show.showing).toBeNull();
  });

  it('shows nothing when all were taken back before their turn', () => {
    const { show, told } = wall();
    show.consider();
    vi.advanceTimersByTime(300);
    expect([show.showing, told]).toEqual([null, ['freeze', 'thaw']]);
  });
});

function wall() {
  const told: string[] = [];
  const waiting: Celebration[] = [];
  const show = new TakeoverShow(
    {
      takeTurn: () => waiting.splice(0),
      freeze: () => void told.push('freeze'),
      thaw: () => void told.push('thaw'),
      strike: (deals) => void told.push(`strike ${deals.map(({ id }) => id).join()}`),
      uncover: (id) => void told.push(`uncover ${id}`),
      locate: (id) => {
        told.push(`locate ${id}`);
        return { x: id ?? 0, y: id ?? 0 };
      },
    },
    () => Date.now(),
  );
  return { show, told, waiting };
}

function ids(show: TakeoverShow) {
  return show.showing?.plan.celebrations.map(({ id }) => id);
}

function deal(id: string, personId: number): Celebration {
  return {
    id,
    kind: 'deal-won',
    person: { id: personId, name: id, shortName: id, photoUrl: null, team: null },
    amount: 100,
    currency: 'EUR',
    minorDigits: 2,
    deal: null,
    account: null,
    standing: null,
    happenedAt: 0,
    arrivedAt: 0,
  };
}
