import { z } from 'zod';
import { Team } from './board.js';
import { Instant } from './freshness.js';

/** A moment that interrupts the screens. Each screen shows an id once. */
export const Celebration = z.object({
  id: z.string(),
  kind: z.literal('deal-won'),
  person: z.object({
    id: z.int(),
    name: z.string(),
    shortName: z.string(),
    photoUrl: z.string().nullable(),
    team: Team.nullable(),
  }),
  /** Integer in minor units. */
  amount: z.number().nullable(),
  currency: z.string(),
  minorDigits: z.int(),
  deal: z.string().nullable(),
  account: z.string().nullable(),
  /** What the deal did to the month's revenue board; null when nothing can be said. */
  standing: z
    .object({
      boardTitle: z.string(),
      periodLabel: z.string(),
      rankBefore: z.int().nullable(),
      rankAfter: z.int().nullable(),
      /** What is missing to the leader, in minor units; null for the leader. */
      toTheBell: z.number().nullable(),
      /** Thousandths of a deal; null where they are not told. */
      dealsThisPeriod: z.number().nullable(),
    })
    .nullable(),
  happenedAt: Instant,
  arrivedAt: Instant,
});
export type Celebration = z.infer<typeof Celebration>;
