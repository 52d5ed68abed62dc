/** Something that can be chosen from a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A second line or word, searched as well. */
  readonly detail?: string;
}

/** The options in which every word of a text occurs, whatever the accents; those that begin with it come first. */
export function findOptions(options: readonly Option[], text: string): readonly Option[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return options;
  const whole = words.join(' ');
  const found = options.filter(({ label, detail = '', value }) => {
    const all = folded(`${label} ${detail} ${value}`);
    return words.every((word) => all.includes(word));
  });
  const begins = ({ label, value }: Option) =>
    folded(label).startsWith(whole) || folded(value).startsWith(whole);
  return [...found.filter(begins), ...found.filter((option) => !begins(option))];
}

/** Without case, accents and the signs that join words in names of zones. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[_/\-–.]+/g, ' ')
    .toLocaleLowerCase('en')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .trim();
}
