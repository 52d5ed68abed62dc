type Facts = Readonly<Record<string, unknown>>;

/** Of two states of a thing only what differs, before and after; undefined when nothing does. */
export function whatChanged(
  before: Facts,
  after: Facts,
): { readonly before: Facts; readonly after: Facts } | undefined {
  const names = Object.keys(after).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (names.length === 0) return undefined;
  const only = (facts: Facts) =>
    Object.fromEntries(names.map((name) => [name, facts[name] ?? null]));
  return { before: only(before), after: only(after) };
}
