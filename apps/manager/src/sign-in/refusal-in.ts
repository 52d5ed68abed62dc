/** Why an identity provider's answer let nobody in, from the address that it sent the browser back to. */
export function refusalIn(search: string): string | null {
  const error = new URLSearchParams(search).get('error');
  if (error === null) return null;
  return (
    WORDS[error] ?? 'Single sign-on did not work. Try once more, or sign in with your password'
  );
}

const WORDS: Readonly<Record<string, string>> = {
  not_invited: 'You are not invited here. Ask whoever runs this floor',
  account_not_linked:
    'You have a password here, and your address is not proven. Sign in with the password',
  access_denied: 'The sign-in was broken off',
};
