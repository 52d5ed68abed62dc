const PARTICLES = new Set(
  "de del della der den van von da do dos das di du la le el al bin ibn te ter ten af av zu zur y e 't".split(
    ' ',
  ),
);
const LETTER = /\p{L}/u;
const ARABIC = /\p{Script=Arabic}/u;
/** Keeps two Arabic letters from joining into a word that is nobody's name. */
const NON_JOINER = '\u200c';

/** One or two letters for a circle: the first word's and the last word's, past "de", "van", "Te". */
export function initials(name: string): string {
  const words = name.split(/[\s\-‐‑·]+/u).filter((word) => LETTER.test(word));
  const telling = words.filter((word) => !PARTICLES.has(word.toLocaleLowerCase()));
  const named = telling.length > 0 ? telling : words;
  const first = named[0];
  if (!first) return Array.from(name.trim())[0] ?? '';
  const last = named[named.length - 1];
  const letters = named.length > 1 && last ? [first, last] : [first];
  const capitals = letters.map(capital);
  return capitals.join(capitals.some((letter) => ARABIC.test(letter)) ? NON_JOINER : '');
}

function capital(word: string): string {
  const letter = Array.from(word).find((sign) => LETTER.test(sign)) ?? '';
  return Array.from(letter.toLocaleUpperCase())[0] ?? '';
}
