import { PublicError } from '../http/public-error.js';

/** Also of somebody else's: whose it is, is not told. */
export function unknownSource(id: number): PublicError {
  return new PublicError('not-found', `There is no source ${id}`);
}
