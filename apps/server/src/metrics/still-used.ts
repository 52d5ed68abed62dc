/** Why a metric cannot be taken away, and what to do about it. */
export function stillUsed(
  outcome: { readonly shownOn: readonly string[] } | { readonly usedBy: readonly string[] },
): string {
  const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
  return 'shownOn' in outcome
    ? `It plays on ${named(outcome.shownOn)}. Take it off there first.`
    : `${named(outcome.usedBy)} is made of it. Take it out there first.`;
}
