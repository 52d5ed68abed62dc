import type { z } from 'zod';

/** What is wrong with a body, and where: the first of its troubles. */
export function firstIssue({ issues: [issue] }: z.ZodError): { field: string; reason: string } {
  return {
    field: `/${issue?.path.join('/') ?? ''}`,
    reason: issue?.message ?? 'is not understood',
  };
}
