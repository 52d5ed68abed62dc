/** As much as fits a line. */
const MOST_LETTERS = 120;

/** What a rescoring is for that began anew, as one line: `MQLs created, Meetings held`. */
export function joinReasons(known: string, added: string): string {
  if (known.split(', ').includes(added)) return known;
  const joined = `${known}, ${added}`;
  return joined.length > MOST_LETTERS ? 'Several KPIs' : joined;
}
