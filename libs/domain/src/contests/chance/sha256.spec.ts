import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawBelow } from './draw.js';
import { sha256 } from './sha256.js';

it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('the published hash of %j', (text, hash) => expect(sha256(text)).toBe(hash));

it('is what any other implementation says', () => {
  const some = fc.array(fc.constantFrom('a', 'é', '€', '𝄞', '\0'), { maxLength: 200 });
  fc.assert(
    fc.property(some, (letters) => {
      const text = letters.join('');
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }),
  );
});

it('draws what anybody can draw again, and everything about as often', () => {
  const drawn = Array.from({ length: 6_000 }, (_, index) => drawBelow('seed', `draw ${index}`, 6));
  expect(drawn.slice(0, 6)).toEqual(
    Array.from({ length: 6 }, (_, index) => drawBelow('seed', `draw ${index}`, 6)),
  );
  for (let side = 0; side < 6; side += 1) {
    const times = drawn.filter((one) => one === side).length;
    expect(Math.abs(times - 1_000)).toBeLessThan(120);
  }
});
