import { z } from 'zod';

/** Only whom to score: the worker reads what waits, so an old job never acts on old data. */
export const ScoreOrganisationJob = z.object({ organisationId: z.int().positive() });
export type ScoreOrganisationJob = z.infer<typeof ScoreOrganisationJob>;
