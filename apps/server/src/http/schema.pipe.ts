import type { StandardSchemaValidationPipe } from '@nestjs/common';
import { StandardSchemaValidationPipe as Pipe } from '@nestjs/common';
import { PublicError } from './public-error.js';

/** Parses bodies, queries and parameters by the schema that stands beside them. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new Pipe({
    exceptionFactory: ([issue]) => malformed(issue),
  });
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The first thing that is wrong with what was sent, and where. */
export function malformed(issue: Issue | undefined): PublicError {
  const path = (issue?.path ?? []).map((segment) =>
    String(typeof segment === 'object' ? segment.key : segment),
  );
  const field = `/${path.join('/')}`;
  return new PublicError('malformed', `${path.join('.')} ${issue?.message ?? ''}`.trim(), field);
}
