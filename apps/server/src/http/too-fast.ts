import { PublicError } from './public-error.js';

/** What a sender is told when more arrives than can be taken. */
export function tooFast(): PublicError {
  return comeBack('More arrives than can be kept; send it again in a few seconds', 3);
}

/** What somebody is told who tries something again and again. */
export function tooOften(seconds: number): PublicError {
  const minutes = Math.ceil(seconds / 60);
  const when = minutes > 1 ? `${minutes} minutes` : `${seconds} seconds`;
  return comeBack(`That was tried too often; try again in ${when}`, seconds);
}

function comeBack(detail: string, seconds: number): PublicError {
  return new PublicError('too-fast', detail, undefined, {}, { 'retry-after': String(seconds) });
}
