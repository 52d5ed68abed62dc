import { z } from 'zod';
import { Unit } from '../live/board.js';
import { text } from './record-parts.js';
import { CalendarDay, RowId, RowIdText } from './row-id.js';

/** The most goals in one request; more go in more requests. */
export const MOST_GOALS = 1_000;
/** The most rows of one page. */
export const MOST_GOAL_ROWS = 200;

/** `new`, `existing` and `product` are money that stands beside the whole; teams have money as a whole. */
export const GoalMeasure = z.enum(['money', 'deals', 'new', 'existing', 'product']);
export type GoalMeasure = z.infer<typeof GoalMeasure>;

const what = {
  measure: GoalMeasure.default('money'),
  /** Of the measure `product`: which. */
  product: text(200).optional(),
};
const hasItsProduct = ({
  measure,
  product,
}: {
  measure: GoalMeasure;
  product?: string | undefined;
}) => (measure === 'product') === (product !== undefined);
const PRODUCT_WITH_ITS_MEASURE = {
  message: 'goes with the measure product, and with no other',
  path: ['product'],
};

/** In the smallest part: cents, or thousandths of deals. Null clears it. */
const Value = z
  .int()
  .min(0, 'is less than nothing')
  .max(999_999_999_999, 'is too large')
  .nullable();

/** Whose: a person's, or a team's by the manager whose number it is. */
const holder = {
  person: RowId.optional(),
  team: RowId.optional(),
  manager: RowId.optional(),
};
const hasHolder = ({
  person,
  team,
  manager,
}: {
  person?: number | undefined;
  team?: number | undefined;
  manager?: number | undefined;
}) =>
  person === undefined
    ? team !== undefined && manager !== undefined
    : team === undefined && manager === undefined;
const ONE_HOLDER = { message: 'or a team and its manager has to be named', path: ['person'] };

/** `PUT /api/v1/goals`: all of them are set, or none. */
export const GoalsBody = z
  .strictObject({
    ...what,
    goals: z
      .array(
        z
          .strictObject({
            ...holder,
            /** `2026-11`, `2026-Q4` or `2026`. */
            period: z
              .string()
              .regex(
                /^(20\d\d)(-(0[1-9]|1[0-2]|Q[1-4]))?$/,
                'is no month, quarter or year, e.g. 2026-11, 2026-Q4, 2026',
              ),
            value: Value,
          })
          .refine(hasHolder, ONE_HOLDER),
      )
      .min(1)
      .max(MOST_GOALS),
  })
  .refine(hasItsProduct, PRODUCT_WITH_ITS_MEASURE);
export type GoalsBody = z.infer<typeof GoalsBody>;

export const GoalsSet = z.object({ changed: z.int() });
export type GoalsSet = z.infer<typeof GoalsSet>;

/** Stands in the refusal of `PUT /api/v1/goals` as `refusals`: which goals, by their place, and why. */
export const GoalRefusals = z.array(z.object({ index: z.int(), reason: z.string() }));
export type GoalRefusals = z.infer<typeof GoalRefusals>;

/** `PUT /api/v1/goals/relief`: given again over the same days for the same reason, it is corrected. */
export const ReliefBody = z
  .strictObject({
    ...what,
    ...holder,
    from: CalendarDay,
    until: CalendarDay,
    reason: z.enum(['leave', 'ramp', 'territory', 'product']),
    /** What it takes off, in the smallest part; null takes the relief back. */
    amount: z.int().min(1).max(999_999_999_999, 'is too large').nullable(),
  })
  .refine(hasItsProduct, PRODUCT_WITH_ITS_MEASURE)
  .refine(hasHolder, ONE_HOLDER);
export type ReliefBody = z.infer<typeof ReliefBody>;

/** `GET /api/v1/goals`. */
export const GoalsQuery = z
  .strictObject({
    year: z.coerce.number().int().min(2000).max(2099),
    of: z.enum(['people', 'teams']).default('people'),
    ...what,
    team: RowIdText.optional(),
    search: z.string().max(200).default(''),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(MOST_GOAL_ROWS).default(50),
  })
  .refine(hasItsProduct, PRODUCT_WITH_ITS_MEASURE);
export type GoalsQuery = z.infer<typeof GoalsQuery>;

/** Values are in the smallest part. */
export const GoalMonth = z.object({
  /** What goals of the desk make due in it, before relief. */
  goal: z.int(),
  relief: z.int(),
  /** Null when it is not for who asks, or nothing counts it. */
  won: z.int().nullable(),
  /** What the ledger counts as due after relief, whichever source told it; null while nothing counts it. */
  due: z.int().nullable(),
});
export type GoalMonth = z.infer<typeof GoalMonth>;

export const GoalRow = z.object({
  id: z.int(),
  name: z.string(),
  team: z.int().nullable(),
  manager: z.int().nullable(),
  goals: z.array(z.object({ period: z.string(), value: z.int() })),
  reliefs: z.array(
    z.object({ from: z.string(), until: z.string(), reason: z.string(), amount: z.int() }),
  ),
  /** January first. */
  months: z.array(GoalMonth),
});
export type GoalRow = z.infer<typeof GoalRow>;

export const GoalsReply = z.object({
  year: z.int(),
  /** There. */
  today: z.string(),
  unit: Unit,
  /** The scoring has not yet counted all that came in. */
  counting: z.boolean(),
  products: z.array(z.string()),
  total: z.int(),
  rows: z.array(GoalRow),
  /** All rows together, not only those of the page. */
  sums: z.array(GoalMonth),
  /** What managers answer for, by month; null where nobody asks for people and money. */
  managers: z.array(z.int()).nullable(),
});
export type GoalsReply = z.infer<typeof GoalsReply>;

/** `POST /api/v1/goals/matches`: who is meant by names of a spreadsheet. Changes nothing. */
export const MatchesBody = z.strictObject({
  of: z.enum(['people', 'teams']).default('people'),
  names: z.array(z.string().max(200)).min(1).max(2_000),
});
export type MatchesBody = z.infer<typeof MatchesBody>;

const Named = z.object({ id: z.int(), name: z.string() });
export const MatchesReply = z.object({
  /** In the order of the names. */
  matches: z.array(
    z.object({ written: z.string(), meant: Named.nullable(), suggestions: z.array(Named) }),
  ),
});
export type MatchesReply = z.infer<typeof MatchesReply>;
