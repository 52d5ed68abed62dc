import type { Line } from '../ranking/outcome.js';

/** Gives places by groups of entrants, the better group first; those of one group share a place. */
export function linesByGroups(
  groups: readonly (readonly number[])[],
  lines: readonly Line[],
): readonly Line[] {
  const lineOf = new Map(lines.map((line) => [line.entrant, line]));
  let ahead = 0;
  return groups.flatMap((group) => {
    const rank = ahead + 1;
    ahead += group.length;
    return group.flatMap((entrant): readonly Line[] => {
      const line = lineOf.get(entrant);
      // To have come this far is enough, also with nothing in the last match.
      return line
        ? [{ ...line, rank, tied: group.length > 1, canWin: line.missing.length === 0 }]
        : [];
    });
  });
}
