/** Beyond this many digits a quotient is noise of the arithmetic, which would part who is level. */
const DIGITS = 14;

export function withoutNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}
