import type { StandardSchemaValidationPipe } from '@nestjs/common';
import { StandardSchemaValidationPipe as Pipe } from '@nestjs/common';
import { PublicError } from './public-error.js';

/** Parses bodies, queries and parameters by the schema that stands beside them. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new Pipe({
    exceptionFactory: ([issue]) => {
      const path = (issue?.path ?? []).map((segment) =>
        String(typeof segment === 'object' ? segment.key : segment),
      );
      const field = `/${path.join('/')}`;
      return new PublicError(
        'malformed',
        `${path.join('.')} ${issue?.message ?? ''}`.trim(),
        field,
      );
    },
  });
}
