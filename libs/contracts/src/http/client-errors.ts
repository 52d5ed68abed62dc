import { z } from 'zod';

/** `POST /api/v1/client-errors`. */
export const ClientError = z.object({
  message: z.string().max(500),
  /** File, line and column, or the page. */
  where: z.string().max(500).default(''),
  userAgent: z.string().max(300).default(''),
});
export type ClientError = z.infer<typeof ClientError>;
