import { describe, expect, it } from 'vitest';
import { planMoves, type PlacedSlat } from './plan-moves.js';

/** `ada 5, bea 3` best first; the letter is the id. */
const page = (text: string): PlacedSlat[] =>
  text.split(' ').map((word, slot) => ({
    id: word.charCodeAt(0),
    slot,
    score: Number(word.slice(1)),
  }));
const told = (before: string, after: string) =>
  [...planMoves(page(before), page(after))]
    .sort(([a], [b]) => a - b)
    .map(([id, motion]) => {
      const timing = motion.kind === 'slide' ? ` ${motion.delay}+${motion.duration}` : '';
      return `${String.fromCharCode(id)} ${motion.kind}${timing}`;
    });

describe('planMoves', () => {
  it('slides who scored first, and lets the passed follow in the order they are passed', () => {
    expect(told('a9 b8 c7 d6', 'd10 a9 b8 c7')).toEqual([
      'a slide 380+360',
      'b slide 320+360',
      'c slide 260+360',
      'd slide 200+480',
    ]);
  });

  it('lets who only scored stand', () => {
    expect(told('a9 b8', 'a9 b8.5')).toEqual(['a still', 'b still']);
  });

  it('fades in who came from another page', () => {
    expect(told('a9 b8', 'c10 a9')).toEqual(['a slide 260+360', 'c enter']);
  });

  it('slides no more than three when many moved', () => {
    const plan = told('a9 b8 c7 d6 e5 f4', 'f15 e14 d13 c12 a9 b8');
    expect(plan.filter((line) => line.includes('slide'))).toHaveLength(3);
    expect(plan.filter((line) => line.includes('cross-fade'))).toHaveLength(3);
  });
});
