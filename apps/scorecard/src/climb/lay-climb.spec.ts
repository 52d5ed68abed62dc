import { describe, expect, it } from 'vitest';
import { layClimb } from './lay-climb.js';

describe('layClimb', () => {
  it.each([320, 390, 1_024])('rises to the right and stays in a picture %i wide', (width) => {
    const spots = [null, 0, 0.2, 0.5, 0.9, 0.999, 1].map(
      (share) => layClimb(width, 190, share).own,
    );
    const [across, down] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
    expect(across).toEqual([...new Set(across)].sort((a, b) => a - b));
    expect(Math.max(...across)).toBeLessThanOrEqual(width);
    expect(Math.min(...down)).toBeGreaterThan(0);
    expect(Math.max(...down)).toBeLessThanOrEqual(190);
  });

  it('puts the leader on the summit, and nobody else near it', () => {
    const { own, summit } = layClimb(390, 190, 1);
    expect(own).toEqual(summit);
    expect(summit.x - layClimb(390, 190, 0.999).own.x).toBeGreaterThan(60);
  });

  it('has nothing climbed before the first step', () => {
    expect(layClimb(390, 190, null).climbed).toBe('');
    expect(layClimb(390, 190, 0).climbed).not.toBe('');
  });
});
