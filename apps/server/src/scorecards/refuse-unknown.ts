import type { Unknown } from '@bellwether/application';
import { PublicError } from '../http/public-error.js';

type Outcome = 'changed' | 'removed' | 'unknown-scorecard' | Unknown;

/** @throws PublicError when nothing was changed, with the reason. */
export function refuseUnknown(outcome: Outcome): void {
  if (outcome === 'unknown-scorecard')
    throw new PublicError('not-found', 'There is no such scorecard');
  if (typeof outcome === 'object') throw unknownPart(outcome);
}

/** For what a scorecard names that there is not. */
export function unknownPart({ unknown, which }: Unknown): PublicError {
  switch (unknown) {
    case 'metric':
      return new PublicError('impossible', `The metric "${which}" is not in use here`, '/lines');
    case 'minimum':
      return new PublicError(
        'impossible',
        `"${which}" has no value of a single day; ask for no minimum of it`,
        '/lines',
      );
    case 'person':
      return new PublicError('not-found', `There is no person ${which}`);
    case 'team':
      return new PublicError('not-found', `There is no team ${which}`);
  }
}
