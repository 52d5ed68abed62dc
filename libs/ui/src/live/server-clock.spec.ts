import { describe, expect, it } from 'vitest';
import { ServerClock } from './server-clock.js';

describe('ServerClock', () => {
  it('knows nothing before the first answer', () => {
    expect(new ServerClock(() => 5).now()).toBeNull();
  });

  it('believes the quickest round trip', () => {
    const clock = new ServerClock(() => 10_000);
    clock.sample(0, 900, 1_000_000);
    clock.sample(1_000, 1_010, 1_000_505);
    clock.sample(2_000, 2_500, 1_009_999);
    expect(clock.now()).toBe(1_009_500);
  });

  it('lets an old sample go, however quick it was', () => {
    const clock = new ServerClock(() => 3_000_000);
    clock.sample(0, 2, 1_000_001);
    clock.sample(2_999_900, 3_000_000, 5_000_000);
    expect(clock.now()).toBe(5_000_050);
  });
});
