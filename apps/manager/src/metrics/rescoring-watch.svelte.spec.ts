import type { Rescoring } from '@bellwether/contracts';
import { BellwetherApi } from '@bellwether/ui';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RescoringWatch } from './rescoring-watch.svelte.js';

const running: Rescoring = {
  state: 'running',
  reason: 'MQLs created',
  done: 0,
  total: 50_000,
  startedAt: 0,
  endedAt: null,
  secondsLeft: null,
};
const done: Rescoring = { ...running, state: 'done', done: 50_000, endedAt: 9 };
const cancelled: Rescoring = { ...running, state: 'cancelled', done: 12_400, endedAt: 9 };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server that answers what it is told to, and what it was asked. */
function openWatch() {
  const server = { says: null as Rescoring | null, refuses: null as string | null, cut: false };
  const asked: string[] = [];
  const api = new BellwetherApi('key', (_address, { method }) => {
    asked.push(method ?? '');
    if (server.cut) return Promise.reject(new TypeError('no line'));
    if (server.refuses !== null && method !== 'GET') {
      const problem = { code: 'unavailable', title: 'Not now', detail: server.refuses };
      return Promise.resolve(Response.json(problem, { status: 503 }));
    }
    if (method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.resolve(Response.json({ rescoring: server.says }));
  });
  return { server, asked, watch: new RescoringWatch(api) };
}

describe('the counting of what came before', () => {
  it('is asked for each second while it goes on, and not when it is done', async () => {
    const { server, asked, watch } = openWatch();
    server.says = running;
    await watch.load();
    server.says = { ...running, done: 12_400 };
    await vi.advanceTimersByTimeAsync(1_000);
    expect(watch.rescoring?.done).toBe(12_400);
    server.says = done;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(watch.rescoring?.state).toBe('done');
    expect(asked).toHaveLength(3);
  });

  it('keeps the last that was told while the line is cut, and goes on afterwards', async () => {
    const { server, watch } = openWatch();
    server.says = running;
    await watch.load();
    server.cut = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(watch.isRunning).toBe(true);
    server.cut = false;
    server.says = done;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(watch.isRunning).toBe(false);
  });

  it('is stopping until the server has come to an end of it, and can be begun again', async () => {
    const { server, watch } = openWatch();
    server.says = running;
    await watch.load();
    await watch.stop();
    expect(watch.stopping).toBe(true);
    server.says = cancelled;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([watch.stopping, watch.rescoring?.state]).toEqual([false, 'cancelled']);
    server.says = running;
    await watch.again();
    expect(watch.isRunning).toBe(true);
    watch.close();
  });

  it('says why it was not stopped', async () => {
    const { server, watch } = openWatch();
    server.says = running;
    await watch.load();
    server.refuses = 'Try again in a moment';
    await watch.stop();
    expect([watch.stopping, watch.trouble]).toEqual([false, 'Try again in a moment']);
  });

  it('is not asked for any more once the desk is left', async () => {
    const { server, asked, watch } = openWatch();
    server.says = running;
    await watch.load();
    watch.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });
});
