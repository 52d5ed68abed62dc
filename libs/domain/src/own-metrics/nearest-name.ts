/** Nothing is called like that. */
const MOST_LETTERS = 60;

/** The name that was probably meant: the one with the fewest letters to change, if they are few. */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > MOST_LETTERS) return undefined;
  const most = Math.max(2, Math.floor(written.length / 2));
  let nearest: { readonly name: string; readonly steps: number } | undefined;
  for (const name of names) {
    const steps = stepsBetween(written.toLowerCase(), name.toLowerCase());
    if (steps <= most && (!nearest || steps < nearest.steps)) nearest = { name, steps };
  }
  return nearest?.name;
}

/** Letters to put in, take out or change. */
function stepsBetween(written: string, name: string): number {
  const letters = Array.from(name);
  let row = Array.from({ length: letters.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(written).entries()) {
    const next = [i + 1];
    for (const [j, other] of letters.entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
