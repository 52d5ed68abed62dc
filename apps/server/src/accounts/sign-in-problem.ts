import { PublicError } from '../http/public-error.js';
import { tooOften } from '../http/too-fast.js';

/** What Better Auth says no with, in the words of the product. */
export function signInProblem(status: number, body: string, headers: Headers): PublicError {
  if (status === 429) return tooOften(Number(headers.get('x-retry-after')) || 60);
  const { code: said, message } = told(body);
  const code = SAME_AS[said] ?? said;
  const words = WORDS[code];
  const extra = { reason: code };
  if (words) return new PublicError(words[0], words[1], undefined, extra);
  if (status === 401) return new PublicError('unsigned', message, undefined, extra);
  if (status === 403) return new PublicError('forbidden', message, undefined, extra);
  if (status === 404) return new PublicError('not-found', 'There is no such way to sign in here');
  if (status < 500) return new PublicError('malformed', message, undefined, extra);
  return new PublicError('unexpected', 'Try again; if it stays, tell us the requestId');
}

type Words = readonly ['unsigned' | 'forbidden' | 'impossible' | 'malformed', string];

const WORDS: Readonly<Record<string, Words>> = {
  INVALID_EMAIL_OR_PASSWORD: ['unsigned', 'No account has this address and this password'],
  INVALID_EMAIL: ['malformed', 'This is no e-mail address'],
  INVALID_PASSWORD: ['impossible', 'This is not your password'],
  PASSWORD_TOO_SHORT: ['malformed', 'A password has ten characters or more'],
  PASSWORD_TOO_LONG: ['malformed', 'A password has 128 characters at the most'],
  INVALID_TOKEN: ['impossible', 'This link was used before, or is too old. Ask for a new one'],
  INVALID_CODE: ['impossible', 'This is not the code that your app shows now'],
  INVALID_BACKUP_CODE: ['impossible', 'This is none of your codes, or it was used before'],
  INVALID_TWO_FACTOR_COOKIE: ['impossible', 'That took too long. Sign in once more'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['impossible', 'That was wrong too often. Sign in once more'],
  INVALID_ORIGIN: ['forbidden', 'This must be asked by a page of this server'],
  MISSING_OR_NULL_ORIGIN: ['forbidden', 'This must be asked by a page of this server'],
  NOT_A_MEMBER: ['forbidden', 'This account belongs to no organisation any more'],
  PROVIDER_NOT_FOUND: ['impossible', 'Single sign-on is not set up here, or does not answer'],
  CHALLENGE_NOT_FOUND: ['impossible', 'That took too long. Try once more'],
  FAILED_TO_VERIFY_REGISTRATION: ['impossible', 'This passkey could not be kept. Try once more'],
  PASSKEY_UNVERIFIED: ['impossible', 'Your device has not asked who you are. Try another one'],
  PASSKEYS_KEPT_ELSEWHERE: [
    'impossible',
    'You sign in elsewhere: your passkeys are kept there, too',
  ],
  AUTHENTICATION_FAILED: ['unsigned', 'This passkey opens no account here. Sign in another way'],
  SESSION_NOT_FRESH: ['unsigned', 'You signed in a while ago. Sign in once more'],
};

/** Nobody is told which passkeys there are. */
const SAME_AS: Readonly<Record<string, string>> = { PASSKEY_NOT_FOUND: 'AUTHENTICATION_FAILED' };

function told(body: string): { readonly code: string; readonly message: string } {
  try {
    const { code, message } = JSON.parse(body) as { code?: unknown; message?: unknown };
    return {
      code: typeof code === 'string' ? code : '',
      message: typeof message === 'string' ? message : 'This is not possible',
    };
  } catch {
    return { code: '', message: 'This is not possible' };
  }
}
