import type { ErrorCode } from '@bellwether/contracts';

/** An error that the caller may read: what is wrong and what to do. */
export class PublicError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    /** Where in the request. */
    readonly field?: string,
    /** More for the reply, e.g. a verdict for each item. */
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}
