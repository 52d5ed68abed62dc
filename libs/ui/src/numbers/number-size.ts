/** Widths of the narrow number face, in parts of its size. Digits are measured, the rest is on the safe side. */
const WIDTHS: Readonly<Record<string, number>> = {
  ',': 0.24,
  '.': 0.24,
  "'": 0.24,
  '’': 0.24,
  ' ': 0.24,
  '\u00a0': 0.24,
  '\u202f': 0.24,
  ':': 0.26,
  '%': 0.72,
  m: 0.74,
  i: 0.24,
  M: 0.66,
  W: 0.78,
};
const DIGIT = 0.4825;
const LETTER = 0.52;

/** The largest of the sizes in which a number fits, so that a long amount never leaves its hill. */
export function numberSize(text: string, width: number, sizes: readonly number[]): number {
  const ems = numberWidth(text);
  return sizes.find((size) => ems * size <= width) ?? sizes[sizes.length - 1] ?? 0;
}

/** How wide a number is, in parts of its size; never less than it really is. */
export function numberWidth(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0);
}

function widthOf(sign: string): number {
  if (sign >= '0' && sign <= '9') return DIGIT;
  return WIDTHS[sign] ?? LETTER;
}
