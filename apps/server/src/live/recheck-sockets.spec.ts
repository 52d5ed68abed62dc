import type { OrganisationId } from '@bellwether/domain';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../access/grants.js';
import { recheckSockets } from './recheck-sockets.js';

const MINUTE = 60_000;
const owner: Caller = { organisationId: 1 as OrganisationId, grant: { role: 'owner' } };

function line(checkedAt: number, caller: Caller | undefined) {
  const seen = { asked: 0, hungUp: false };
  return {
    seen,
    data: { checkedAt },
    hangUp: () => void (seen.hungUp = true),
    callerNow: () => {
      seen.asked += 1;
      return Promise.resolve(caller);
    },
  };
}

describe('an open line', () => {
  it('stays while its key opens something, and is hung up on when it does not', async () => {
    const [good, ended] = [line(0, owner), line(0, undefined)];
    await recheckSockets([good, ended], 5 * MINUTE);
    expect([good.seen.hungUp, ended.seen.hungUp]).toEqual([false, true]);
  });

  it('is looked at every five minutes, not more often', async () => {
    const one = line(0, owner);
    for (const now of [1, 4.9, 5, 6, 9.9, 10]) await recheckSockets([one], now * MINUTE);
    expect(one.seen.asked).toBe(2);
  });

  it('stays while nobody can be asked', async () => {
    const away = {
      ...line(0, owner),
      callerNow: () => Promise.reject(new Error('The store is away')),
    };
    await recheckSockets([away], 5 * MINUTE);
    expect(away.seen.hungUp).toBe(false);
  });

  it('waits for its turn among thousands', async () => {
    const lines = Array.from({ length: 120 }, () => line(0, owner));
    const asked = () => lines.filter(({ seen }) => seen.asked > 0).length;
    const counts: number[] = [];
    for (let beat = 0; beat < 4; beat += 1) {
      await recheckSockets(lines, 5 * MINUTE + beat * 2_000);
      counts.push(asked());
    }
    expect(counts).toEqual([50, 100, 120, 120]);
  });
});
