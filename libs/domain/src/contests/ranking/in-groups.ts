/** Puts who is level into one group; `ordered` is best first, and `better` 0 for who is level. */
export function inGroups(
  ordered: readonly number[],
  better: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const entrant of ordered) {
    const group = groups.at(-1);
    if (group && better(group[0] as number, entrant) === 0) group.push(entrant);
    else groups.push([entrant]);
  }
  return groups;
}
