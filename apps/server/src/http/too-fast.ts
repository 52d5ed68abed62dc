import { PublicError } from './public-error.js';

/** What a sender is told when more arrives than can be taken. */
export function tooFast(): PublicError {
  return new PublicError(
    'too-fast',
    'More arrives than can be kept; send it again in a few seconds',
    undefined,
    {},
    { 'retry-after': '3' },
  );
}
