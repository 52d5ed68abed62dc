const LEAST = 10;

/** What is wrong with a password that somebody chooses; null when it will do. */
export function passwordTrouble(password: string): string | null {
  if (password === '') return 'Choose a password';
  return password.length < LEAST ? `Ten characters or more. These are ${password.length}` : null;
}

export const PASSWORD_HINT = 'Ten characters or more. A few words are easier than one with marks';
