const PREFIX = 'BELLWETHER_';

/** A line for each variable that carries our prefix and means nothing to us: most likely a slip of the pen. */
export function unknownNames(given: readonly string[], known: readonly string[]): string[] {
  return given
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const hint = meant
        ? `Did you mean ${meant}?`
        : 'docs/configuration.md lists those there are.';
      return `${name} is not a setting. ${hint}`;
    });
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const distances = known.map((candidate) => ({
    candidate,
    // Some of our names have no prefix: BELLWETHER_PORT means PORT.
    distance: Math.min(edits(name, candidate), edits(name.slice(PREFIX.length), candidate)),
  }));
  const [best] = distances.toSorted((a, b) => a.distance - b.distance);
  return best && best.distance <= 3 ? best.candidate : undefined;
}

/** How many letters must be added, removed or replaced to turn one into the other. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of Array.from(from).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(to).entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
