import { CannotOpen } from '@bellwether/persistence';
import { CannotRun } from '../start/cannot-run.js';

/** What to do about secrets that were sealed with another key; every other error as it is. */
export function aboutWrongKey(error: unknown): unknown {
  if (!(error instanceof CannotOpen)) return error;
  return new CannotRun(
    'The secrets of the sources were encrypted with another key. Put back the secret.key or the ' +
      'BELLWETHER_SECRET_KEY that this database was used with, or type: ' +
      'npm run bellwether -- reseal FILE-WITH-THE-FORMER-KEY',
  );
}
