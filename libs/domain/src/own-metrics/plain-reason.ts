/** What the engine for CEL says, in words for whoever wrote the text. */
export function plainReason(message: string): string {
  for (const [pattern, words] of REASONS) {
    const found = pattern.exec(message);
    if (found) return words(...found.slice(1));
  }
  return message;
}

type Words = (...parts: readonly string[]) => string;

const REASONS: readonly (readonly [RegExp, Words])[] = [
  [/^no such overload: (\S+) ([-+*/%]) (\S+)/, arithmetic],
  [
    /^no such overload: (\S+) (==|!=|<=|>=|<|>|in) (\S+)/,
    (left, operator, right) =>
      `${kindOf(left)} cannot be compared with ${kindOf(right)} (${operator})`,
  ],
  [/^no such overload: (.*)/, (told) => `This does not fit together: ${told}`],
  [/^Unknown variable: (\w+)/, (name) => `unknown name "${name}"`],
  [/^No such key: (\w+)/, (name) => `unknown field "${name}"`],
  [/^found no matching overload for '([\w.]+)\(/, (name) => `"${name}" cannot be used like this`],
  [/^Unexpected token: EOF/, () => 'It ends too early'],
  [/^Unexpected character: (.*)/, (character) => `"${character}" does not belong here`],
];

function arithmetic(left = '', operator = '', right = ''): string {
  const isNumbers = [left, right].every((type) => /double|int/.test(type));
  if (isNumbers) return `Write whole numbers with a point here, e.g. 60.0 (${operator})`;
  return `${kindOf(left)} and ${kindOf(right)} cannot be calculated with (${operator})`;
}

function kindOf(type = ''): string {
  if (/string/.test(type)) return 'a text';
  if (/double|int/.test(type)) return 'a number';
  if (/bool/.test(type)) return 'yes or no';
  if (/Timestamp/i.test(type)) return 'a moment';
  return /list/.test(type) ? 'a list' : type;
}
