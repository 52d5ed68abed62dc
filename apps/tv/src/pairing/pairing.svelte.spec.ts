import type { PairingStarted, PairingState } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pairing } from './pairing.svelte.js';

const WAITING = { state: 'waiting' } as const;
const EXPIRED = { state: 'expired' } as const;
const PAIRED = { state: 'paired', key: 'new-key' } as const;

describe('pairing', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('shows a code and asks every few seconds whether it was typed', async () => {
    const { pairing, desk, keys } = await screen();
    expect([pairing.code?.userCode, pairing.left, pairing.reached]).toEqual(['CODE-1', 600, true]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect([pairing.left, desk.asked]).toEqual([591, ['device-1', 'device-1', 'device-1']]);
    expect(keys).toEqual([]);
  });

  it('ends with the key that it is told, and asks no more', async () => {
    const { pairing, desk, keys } = await screen();
    desk.says = PAIRED;
    await vi.advanceTimersByTimeAsync(3_000);
    expect([keys, pairing.code, vi.getTimerCount()]).toEqual([['new-key'], null, 0]);
  });

  it('begins anew when the server takes the code no more', async () => {
    const { pairing, desk } = await screen();
    desk.says = EXPIRED;
    await vi.advanceTimersByTimeAsync(3_000);
    desk.says = WAITING;
    expect([pairing.code?.userCode, pairing.left]).toEqual(['CODE-2', 600]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(desk.asked).toEqual(['device-1', 'device-2']);
  });

  it('begins anew by its own count, whatever the time of day', async () => {
    const { pairing, desk } = await screen();
    desk.says = null;
    vi.setSystemTime(86_400_000);
    await vi.advanceTimersByTimeAsync(599_000);
    expect([pairing.code?.userCode, pairing.left]).toEqual(['CODE-1', 1]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([pairing.code?.userCode, pairing.left]).toEqual(['CODE-2', 600]);
  });

  it('keeps its code while nobody answers, and hears afterwards that it was typed', async () => {
    const { pairing, desk, keys } = await screen();
    desk.says = null;
    await vi.advanceTimersByTimeAsync(120_000);
    expect([pairing.code?.userCode, pairing.reached]).toEqual(['CODE-1', false]);
    expect(desk.asked.length).toBeLessThan(15);
    desk.says = PAIRED;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(keys).toEqual(['new-key']);
  });

  it('has no code while nobody gives one, and tries with longer and longer pauses', async () => {
    const { pairing, desk } = await screen({ gives: false });
    expect([pairing.code, pairing.reached]).toEqual([null, false]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.given).toBeGreaterThan(4);
    expect(desk.given).toBeLessThan(9);
    desk.gives = true;
    await vi.advanceTimersByTimeAsync(40_000);
    expect([pairing.code, pairing.reached]).toMatchObject([{ interval: 3 }, true]);
  });

  it('shows no code that has ended once nobody gives another', async () => {
    const { pairing, desk } = await screen();
    desk.gives = false;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(pairing.code).toBeNull();
  });

  it('takes a key that was on its way when the code ended', async () => {
    const { desk, keys } = await screen();
    desk.delay = 2_000;
    await vi.advanceTimersByTimeAsync(596_000);
    desk.says = PAIRED;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(keys).toEqual(['new-key']);
  });

  it('that is stopped is over, also for what is still on its way', async () => {
    const { pairing, desk, keys } = await screen();
    desk.says = PAIRED;
    desk.delay = 1_000;
    await vi.advanceTimersByTimeAsync(3_500);
    pairing.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([keys, pairing.code, vi.getTimerCount()]).toEqual([[], null, 0]);
  });

  it('begun twice asks for one code', async () => {
    const { pairing, desk } = await screen();
    pairing.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.given).toBe(1);
  });
});

/** A server with a desk at which somebody types codes, or not. */
class Desk {
  gives = true;
  says: PairingState | null = WAITING;
  delay = 0;
  given = 0;
  readonly asked: string[] = [];

  open(): Promise<PairingStarted | null> {
    this.given += 1;
    return Promise.resolve(this.gives ? codeOf(this.given) : null);
  }

  async poll(deviceCode: string): Promise<PairingState | null> {
    this.asked.push(deviceCode);
    if (this.delay > 0) await new Promise((answered) => setTimeout(answered, this.delay));
    return this.says;
  }
}

async function screen({ gives = true } = {}) {
  const desk = new Desk();
  desk.gives = gives;
  const keys: string[] = [];
  const pairing = new Pairing(
    desk,
    () => performance.now(),
    (key) => keys.push(key),
  );
  pairing.start();
  await vi.advanceTimersByTimeAsync(0);
  return { pairing, desk, keys };
}

function codeOf(number: number): PairingStarted {
  return {
    deviceCode: `device-${number}`,
    userCode: `CODE-${number}`,
    verificationUri: 'https://bell.example/pair',
    verificationUriComplete: `https://bell.example/pair/CODE-${number}`,
    expiresIn: 600,
    interval: 3,
    qr: { size: 1, path: 'M0 0h1v1h-1z' },
  };
}
