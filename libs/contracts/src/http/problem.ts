import { z } from 'zod';

/** RFC 9457 problem details; `code` is stable, `detail` says what is wrong and what to do. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  /** Where in the body, e.g. `/items/3/amount`. */
  field: z.string().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every public error: its HTTP status and its title. */
export const ERRORS = {
  malformed: { status: 400, title: 'The request cannot be read' },
  unsigned: { status: 401, title: 'The request is not signed, or wrongly' },
  forbidden: { status: 403, title: 'This is not yours to see or change' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'unknown-source': { status: 404, title: 'No source has this address' },
  'too-slow': { status: 408, title: 'The request came too slowly' },
  conflict: { status: 409, title: 'This contradicts what is already there' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-type': { status: 415, title: 'This type of content is not understood' },
  impossible: { status: 422, title: 'The request is understood, but impossible' },
  'too-fast': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'This cannot be answered just now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;
