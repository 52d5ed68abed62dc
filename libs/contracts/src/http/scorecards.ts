import { z } from 'zod';
import { Unit } from '../live/board.js';
import { Instant } from '../live/freshness.js';
import { MetricKey } from './boards.js';
import { CalendarDay, RowId, RowIdText } from './row-id.js';

/** Of more than these a scorecard says why fewer are better; it is kept all the same. */
export const FEW_ACTIVITIES = 4;
export const FEW_OUTCOMES = 3;

/** `activity`: what somebody does, today or this week. `outcome`: what comes of it. */
export const ScorecardPart = z.enum(['activity', 'outcome']);
export type ScorecardPart = z.infer<typeof ScorecardPart>;

const PERIODS_OF = {
  activity: ['day', 'week'],
  outcome: ['week', 'month', 'quarter'],
} as const satisfies Record<ScorecardPart, readonly string[]>;

/** As boards give scores: an integer in the unit's smallest part (45 calls are 45000), of a ratio 0.5 for 50 %. */
const amount = z.number().positive().max(Number.MAX_SAFE_INTEGER);

export const ScorecardLine = z
  .strictObject({
    metric: MetricKey,
    part: ScorecardPart,
    /** Of an activity `day` or `week`, of an outcome `week`, `month` or `quarter`. */
    period: z.enum(['day', 'week', 'month', 'quarter']),
    target: amount,
    /** Whole percent; those of one part make 100. */
    weight: z.int().min(1).max(100),
    /** Of an activity: what makes a day a day with all objectives met; null asks for nothing. */
    minimum: amount.nullable().default(null),
    /** Percent of the target beyond which nothing more is counted where the score ranks or pays. */
    cap: z.int().min(100).max(1000).default(150),
  })
  .superRefine(({ part, period, minimum }, context) => {
    const periods: readonly string[] = PERIODS_OF[part];
    if (!periods.includes(period)) {
      const message = `of an ${part} is ${periods.join(' or ')}`;
      context.addIssue({ code: 'custom', path: ['period'], message });
    }
    if (part === 'outcome' && minimum !== null) {
      context.addIssue({
        code: 'custom',
        path: ['minimum'],
        message: 'is for activities of a day',
      });
    }
  });
export type ScorecardLine = z.infer<typeof ScorecardLine>;

/**
 * Whom a scorecard is for. Of several that fit, the one that names somebody wins, then the one for their job title,
 * then the one for their team of today; of two that fit alike, the older.
 */
export const ScorecardFor = z.strictObject({
  people: z.array(RowId).max(1000).default([]),
  /** As profiles have them; small and capital letters are the same. */
  jobTitles: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  teams: z.array(RowId).max(200).default([]),
});
export type ScorecardFor = z.infer<typeof ScorecardFor>;

/** `POST /api/v1/scorecards`, `PUT /api/v1/scorecards/:id`. */
export const ScorecardDraft = z.strictObject({
  name: z.string().trim().min(1).max(60),
  for: ScorecardFor,
  lines: z
    .array(ScorecardLine)
    .min(1)
    .max(20)
    .superRefine((lines, context) => {
      for (const part of ScorecardPart.options) {
        const weights = lines.filter((line) => line.part === part).map(({ weight }) => weight);
        const sum = weights.reduce((all, weight) => all + weight, 0);
        if (weights.length > 0 && sum !== 100) {
          const of = part === 'activity' ? 'activities' : 'outcomes';
          context.addIssue({ code: 'custom', message: `weigh ${sum} % as ${of}; make it 100 %` });
        }
      }
      if (new Set(lines.map(({ metric }) => metric)).size !== lines.length) {
        context.addIssue({ code: 'custom', message: 'name a metric twice' });
      }
    }),
  /** How many missed days of a month break no streak. */
  forgivenMisses: z.int().min(0).max(31).default(0),
});
export type ScorecardDraft = z.infer<typeof ScorecardDraft>;

/** Somebody's own target in place of the scorecard's. */
export const OwnTarget = z.strictObject({ metric: MetricKey, target: amount });
export type OwnTarget = z.infer<typeof OwnTarget>;

/**
 * `PUT /api/v1/people/:id/scorecard/targets`: all own targets of somebody on the scorecard that is theirs now; those
 * that are left out are the scorecard's again. `DELETE` takes all of them away.
 */
export const OwnTargetsBody = z.strictObject({ targets: z.array(OwnTarget).max(20) });
export type OwnTargetsBody = z.infer<typeof OwnTargetsBody>;

export const Scorecard = z.object({
  id: z.int(),
  name: z.string(),
  for: z.object({
    people: z.array(z.int()),
    jobTitles: z.array(z.string()),
    teams: z.array(z.int()),
  }),
  lines: z.array(
    z.object({
      metric: z.string(),
      part: ScorecardPart,
      period: z.enum(['day', 'week', 'month', 'quarter']),
      target: z.number(),
      weight: z.int(),
      minimum: z.number().nullable(),
      cap: z.int(),
      /** Null when the metric is in use no longer: the line counts nowhere then. */
      title: z.string().nullable(),
      unit: Unit.nullable(),
    }),
  ),
  forgivenMisses: z.int(),
  /** Whose targets are others. */
  ownTargets: z.array(z.object({ person: z.int(), metric: z.string(), target: z.number() })),
  /** Of how many active people it is the scorecard now. */
  people: z.int(),
  /** Sentences worth reading, e.g. why fewer lines are better. */
  notes: z.array(z.string()),
});
export type Scorecard = z.infer<typeof Scorecard>;

/** `GET /api/v1/scorecards`: the oldest first. */
export const ScorecardsReply = z.object({ scorecards: z.array(Scorecard) });
export type ScorecardsReply = z.infer<typeof ScorecardsReply>;

/**
 * 100 is every target met. `shown` counts all that was done, `ranked` no more of a line than its cap. Null when there
 * is nothing to measure: no such lines, away all the time, or a line that is not for who asks.
 */
export const ScorecardScore = z.object({ shown: z.number(), ranked: z.number() });
export type ScorecardScore = z.infer<typeof ScorecardScore>;

/** Days are the working days on which the person is there. */
export const Pace = z.object({
  /** `not-started`: no working day has passed. `over`: none is left. */
  state: z.enum(['not-started', 'running', 'over']),
  /** Through the last working day that is over; of a day's line, by the hour (8 to 18). */
  elapsedDays: z.number(),
  totalDays: z.int(),
  byTheHour: z.boolean(),
  expected: z.number().nullable(),
  /** Actual over expected: 1 is as planned. */
  pace: z.number().nullable(),
  /** On each working day that is left, today among them; 0 when the target is met. */
  neededPerDay: z.number().nullable(),
  /** Where it ends if it goes on like this. */
  projection: z.number().nullable(),
});
export type Pace = z.infer<typeof Pace>;

/** Numbers are in the unit's smallest part and not rounded. */
export const PersonLine = z.object({
  metric: z.string(),
  title: z.string(),
  unit: Unit,
  direction: z.enum(['higher', 'lower']),
  part: ScorecardPart,
  weight: z.int(),
  cap: z.int(),
  period: z.object({
    kind: z.enum(['day', 'week', 'month', 'quarter']),
    key: z.string(),
    /** E.g. `Today`, `November`. */
    label: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
  }),
  /** The board of all people in the metric and period, e.g. `calls.day.reps`. */
  board: z.string(),
  /** False when the metric is kept from who asks: nothing of `actual` and what follows from it is told. */
  isForYou: z.boolean(),
  /** Null when there is nothing to divide by. */
  actual: z.number().nullable(),
  /** For the days on which they are there; 0 when there are none: they are exempt. */
  target: z.number(),
  /** For the whole period. */
  fullTarget: z.number(),
  /** Whether it is their own, and not the scorecard's. */
  hasOwnTarget: z.boolean(),
  /** 1 is the target; never capped. Null when exempt or nothing is to be measured. */
  attainment: z.number().nullable(),
  /** Null for what has no pace: quotients, and what is the better the lower it is. */
  pace: Pace.nullable(),
  minimum: z.number().nullable(),
  /** Whether today's minimum is met; null when there is none, or today is no working day of theirs. */
  minimumMet: z.boolean().nullable(),
});
export type PersonLine = z.infer<typeof PersonLine>;

/** A day of the main outcome's period; all numbers add up from the first day on. */
export const HillDay = z.object({
  date: z.string(),
  /** Null on days to come. */
  actual: z.number().nullable(),
  plan: z.number(),
  worksThen: z.boolean(),
});
export type HillDay = z.infer<typeof HillDay>;

/** Working days in a row on which every minimum was met, of the last 26 weeks; today does not break it. */
export const ObjectiveStreak = z.object({
  current: z.int(),
  longest: z.int(),
  lastMetDay: z.string().nullable(),
  /** How many missed days of this month were forgiven. */
  forgivenThisMonth: z.int(),
});
export type ObjectiveStreak = z.infer<typeof ObjectiveStreak>;

/** Of this month so far; today counts once its minimums are met. */
export const ObjectivesMet = z.object({ daysMet: z.int(), daysPresent: z.int() });
export type ObjectivesMet = z.infer<typeof ObjectivesMet>;

/**
 * `GET /api/v1/people/:id/scorecard`, `GET /api/v1/me/scorecard`. Without a scorecard `scorecard` is null and `lines`
 * are empty. `me` of who competes with nobody is refused as not found.
 */
export const PersonScorecard = z.object({
  person: z.object({
    id: z.int(),
    name: z.string(),
    shortName: z.string(),
    photoUrl: z.string().nullable(),
    jobTitle: z.string().nullable(),
    team: z.int().nullable(),
  }),
  scorecard: z.object({ id: z.int(), name: z.string() }).nullable(),
  /** The organisation's day, `2026-11-22`. */
  today: z.string(),
  /** Everything that had arrived by then is in these numbers. */
  asOf: Instant,
  /** Why not, if they do not: a day off, or away. */
  worksToday: z.boolean(),
  dayOff: z.enum(['weekend', 'holiday', 'away']).nullable(),
  activityScore: ScorecardScore.nullable(),
  objectiveScore: ScorecardScore.nullable(),
  /** As the scorecard has them. */
  lines: z.array(PersonLine),
  /** Null when no line has a minimum, or one with a minimum is not for who asks. */
  streak: ObjectiveStreak.nullable(),
  objectivesMet: ObjectivesMet.nullable(),
  /** The outcome that weighs most of those that add up; null when there is none. */
  hill: z.object({ metric: z.string(), days: z.array(HillDay) }).nullable(),
});
export type PersonScorecard = z.infer<typeof PersonScorecard>;

/** `GET /api/v1/scorecards/:id/people`: a manager gets those of their own teams. */
export const ScorecardPeopleQuery = z.object({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** Only this team's people of today. */
  team: RowIdText.optional(),
  /** Scores best first, who has none last. */
  order: z.enum(['name', 'activity', 'objective']).default('name'),
});
export type ScorecardPeopleQuery = z.infer<typeof ScorecardPeopleQuery>;

/** One line of one person, in short. */
export const PersonCell = PersonLine.pick({
  metric: true,
  isForYou: true,
  actual: true,
  target: true,
  hasOwnTarget: true,
  attainment: true,
  pace: true,
});
export type PersonCell = z.infer<typeof PersonCell>;

export const ScorecardPeopleReply = z.object({
  /** How many there are in all. */
  total: z.int(),
  people: z.array(
    z.object({
      person: PersonScorecard.shape.person,
      worksToday: z.boolean(),
      activityScore: ScorecardScore.nullable(),
      objectiveScore: ScorecardScore.nullable(),
      /** In the order of the scorecard's lines, without those whose metric is in use no longer. */
      cells: z.array(PersonCell),
      /** Days in a row; null as on their scorecard. */
      streak: z.int().nullable(),
    }),
  ),
  /** All of them together: their targets and what they did, added up. */
  group: z.object({
    activityScore: ScorecardScore.nullable(),
    objectiveScore: ScorecardScore.nullable(),
  }),
});
export type ScorecardPeopleReply = z.infer<typeof ScorecardPeopleReply>;

/** `POST /api/v1/scorecards/proposals`: targets from what these people did in the last 12 weeks. Changes nothing. */
export const ProposalsBody = z.strictObject({
  for: ScorecardFor,
  lines: z
    .array(
      z.strictObject({ metric: MetricKey, period: z.enum(['day', 'week', 'month', 'quarter']) }),
    )
    .min(1)
    .max(20),
});
export type ProposalsBody = z.infer<typeof ProposalsBody>;

export const ProposalsReply = z.object({
  proposals: z.array(
    z.object({
      metric: z.string(),
      period: z.enum(['day', 'week', 'month', 'quarter']),
      /** What a fifth of these days or weeks were better than; null without any history. */
      target: z.number().nullable(),
      /** Out of how many days, weeks, … and of how many people. */
      samples: z.int(),
      people: z.int(),
    }),
  ),
});
export type ProposalsReply = z.infer<typeof ProposalsReply>;

/** `GET` and `PUT /api/v1/holidays`: days on which nobody in the organisation works; all of them, the earliest first. */
export const Holidays = z.strictObject({
  holidays: z
    .array(z.strictObject({ date: CalendarDay, name: z.string().trim().min(1).max(60) }))
    .max(500)
    .refine((all) => new Set(all.map(({ date }) => date)).size === all.length, 'name a day twice'),
});
export type Holidays = z.infer<typeof Holidays>;
