import type { Person } from '../people/people.svelte.js';

/** The job titles that people have, how many have each, and those that are chosen though nobody has them. */
export function jobTitlesOf(
  people: readonly Pick<Person, 'jobTitle'>[],
  chosen: readonly string[],
): readonly { readonly title: string; readonly count: number }[] {
  const found = new Map<string, { readonly title: string; count: number }>();
  for (const title of chosen) found.set(title.toLowerCase(), { title, count: 0 });
  for (const { jobTitle } of people) {
    if (jobTitle === null) continue;
    const known = found.get(jobTitle.toLowerCase());
    if (known) known.count += 1;
    else found.set(jobTitle.toLowerCase(), { title: jobTitle, count: 1 });
  }
  return [...found.values()].toSorted((a, b) => a.title.localeCompare(b.title));
}
