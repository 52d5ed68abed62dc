/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of 8. */
const { ROUNDS, START } = constants();

/**
 * SHA-256 of the UTF-8 of a text, as 64 hexadecimal digits. Written out here so that the very code that draws can be
 * run by anybody who checks a draw, also in a browser.
 */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const hash = [...START];
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let i = 0; i < 64; i += 1) {
      schedule[i] = i < 16 ? at(words, block + i) : expanded(schedule, i);
    }
    mix(hash, schedule);
  }
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(hash: number[], schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i += 1) {
    const sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + at(ROUNDS, i) + at(schedule, i)) | 0;
    const sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + sum0 + majority) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    hash[index] = ((hash[index] ?? 0) + word) | 0;
  }
}

function expanded(schedule: Int32Array, i: number): number {
  const [w15, w2] = [at(schedule, i - 15), at(schedule, i - 2)];
  const small0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
  const small1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
  return (at(schedule, i - 16) + small0 + at(schedule, i - 7) + small1) | 0;
}

/** The bytes, a 1, zeros, and how many bits there were, in words of 32. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array(((bytes.length + 8) >> 6) * 16 + 16);
  for (const [index, byte] of [...bytes, 0x80].entries()) {
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - (index % 4) * 8));
  }
  words[words.length - 1] = bytes.length * 8;
  return words;
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(words: Int32Array | readonly number[], index: number): number {
  return words[index] ?? 0;
}

function constants(): { readonly ROUNDS: readonly number[]; readonly START: readonly number[] } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
  return {
    ROUNDS: primes.map((prime) => fraction(Math.cbrt(prime))),
    START: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))),
  };
}
