/** A place in a sentence: `1st`, `2nd`, `13th`. */
export function ordinal(place: number): string {
  const tens = place % 100;
  const ones = place % 10;
  if (tens >= 11 && tens <= 13) return `${place}th`;
  return `${place}${ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'}`;
}
