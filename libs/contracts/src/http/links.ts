import { z } from 'zod';

/** An address that opens a page for a screen or a person. Shown once; earlier ones stay valid. */
export const LinkMade = z.object({ url: z.string() });
export type LinkMade = z.infer<typeof LinkMade>;
