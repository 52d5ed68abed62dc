import { z } from 'zod';
import { BoardHeading } from '../live/board.js';
import { Instant } from '../live/freshness.js';
import { RecordName } from './record-name.js';

const FieldName = z.string().max(60);
const Written = z.string().max(200);
export const OwnMetricKey = z.string().max(60);

export const TestOperator = z.enum([
  'is',
  'is-not',
  'one-of',
  'none-of',
  'contains',
  'contains-not',
  'at-least',
  'at-most',
  'more-than',
  'less-than',
  'yes',
  'no',
  'known',
  'unknown',
]);
export type TestOperator = z.infer<typeof TestOperator>;

/** One line of a form. */
export const FieldTest = z.strictObject({
  field: FieldName,
  operator: TestOperator,
  /** Null where the operator says all. */
  value: z.union([Written, z.number(), z.array(Written).max(50)]).nullable(),
});
export type FieldTest = z.infer<typeof FieldTest>;

/** Lines to fulfil, none for every record; or CEL: https://cel.dev. */
const Condition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('form'),
    match: z.enum(['all', 'any']),
    tests: z.array(FieldTest).max(30),
  }),
  z.strictObject({ kind: z.literal('cel'), cel: z.string().max(4_000) }),
]);

const Figure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.literal('sum'), field: FieldName }),
  z.strictObject({ kind: z.literal('average'), field: FieldName }),
  /** How many values a field has, each once for each person and day. */
  z.strictObject({ kind: z.literal('distinct'), field: FieldName }),
  /** Of them, the share that fulfils this as well. */
  z.strictObject({ kind: z.literal('share'), part: Condition }),
]);

const FromRecords = z.strictObject({
  kind: z.literal('records'),
  record: RecordName,
  figure: Figure,
  when: Condition,
  credit: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: FieldName }),
    z.strictObject({ kind: z.literal('split') }),
  ]),
  day: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: FieldName }),
    /** When a field came to have one of the values. */
    z.strictObject({
      kind: z.literal('became'),
      field: FieldName,
      values: z.array(Written).max(50),
      which: z.enum(['first', 'last']),
    }),
    /** When it was first heard of. */
    z.strictObject({ kind: z.literal('heard') }),
  ]),
  /** Of those with the same value only the first of a person's day counts. */
  oncePer: FieldName.nullable(),
  /** Of a count or a sum: at most so many of a person's day count, or of each value of `oncePer` and day. */
  atMost: z.number().optional(),
  /** Of an average or a share: of how many it has to be, to be shown and to have a place; 5 and 20 where nothing is said. */
  least: z.strictObject({ shown: z.number(), ranked: z.number() }).optional(),
});

const FromMetrics = z.strictObject({
  kind: z.literal('points'),
  terms: z.array(z.strictObject({ metric: z.string().max(60), weight: z.number() })).max(50),
});

/** A CEL expression over other metrics by their keys: `calls / meetings_held`. */
const FromFormula = z.strictObject({
  kind: z.literal('formula'),
  cel: z.string().max(4_000),
  shownAs: z.enum(['number', 'percent', 'money', 'time']),
});

/** A metric as somebody words it. */
export const OwnMetricDraft = z.strictObject({
  title: z.string().max(200),
  from: z.discriminatedUnion('kind', [FromRecords, FromMetrics, FromFormula]),
  /** What one and many of it are called; null for the record's own words. */
  words: z.strictObject({ one: z.string().max(60), many: z.string().max(60) }).nullable(),
  direction: z.enum(['higher', 'lower']),
  timing: z.enum(['leading', 'lagging']),
});
export type OwnMetricDraft = z.infer<typeof OwnMetricDraft>;

/** `POST /api/v1/own-metrics/check` and `…/preview`: of a new metric, or of a new version of one. */
export const OwnMetricTry = z.strictObject({
  draft: OwnMetricDraft,
  key: OwnMetricKey.nullable(),
});
export type OwnMetricTry = z.infer<typeof OwnMetricTry>;

/** What keeps a draft from being used. */
export const DraftProblem = z.object({
  /** Where in the draft, e.g. `/from/when/tests/0/field`. */
  path: z.string(),
  reason: z.string(),
  /** Where in a CEL text. */
  at: z.object({ from: z.int(), to: z.int() }).optional(),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

/** `GET /api/v1/own-metrics`. */
export const OwnMetricsReply = z.object({
  metrics: z.array(
    z.object({
      key: z.string(),
      version: z.int(),
      draft: OwnMetricDraft,
      changedAt: Instant,
      /** The walls that play it; it stays as long as one does. */
      walls: z.array(z.string()),
      /** The metrics of one's own that are made of it. */
      partOf: z.array(z.string()),
    }),
  ),
  /** What a form can be about. */
  records: z.array(
    z.object({
      record: RecordName,
      one: z.string(),
      many: z.string(),
      fields: z.array(
        z.object({
          field: z.string(),
          kind: z.enum([
            'identity',
            'text',
            'texts',
            'flag',
            'instant',
            'date',
            'seconds',
            'number',
            'money',
            'splits',
            'lines',
          ]),
          /** How it can be compared, the usual way first. */
          operators: z.array(TestOperator),
          /** The only values that it can have; null when it can have any. */
          values: z.array(z.string()).nullable(),
        }),
      ),
    }),
  ),
  /** How a field of one's own can be compared. */
  ownFieldOperators: z.array(TestOperator),
});
export type OwnMetricsReply = z.infer<typeof OwnMetricsReply>;

export const OwnMetricKept = z.object({ key: z.string() });
export type OwnMetricKept = z.infer<typeof OwnMetricKept>;

export const OwnMetricChecked = z.object({
  problems: z.array(DraftProblem),
  /** The conditions as CEL; empty where there is none. */
  cel: z.string(),
  partCel: z.string(),
});
export type OwnMetricChecked = z.infer<typeof OwnMetricChecked>;

const Compared = z.object({ draft: z.number().nullable(), before: z.number().nullable() });
const Place = z.object({ rank: z.int(), score: z.number() });
const Somebody = z.object({ id: z.int(), name: z.string() });

/** Why a record does not count. */
const WhyNot = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['gone', 'no-day', 'condition', 'no-value', 'second']) }),
  /** As many as count came before it. */
  z.object({ kind: z.literal('above-cap'), atMost: z.int() }),
  /** A line of the form, and what the record says of the field. */
  z.object({ kind: z.literal('test'), test: z.int(), known: z.unknown() }),
  /** It would be parked; `about` says what of. */
  z.object({ kind: z.literal('problem'), problem: z.string(), about: z.string().nullable() }),
]);

export const TriedRecord = z.object({
  type: RecordName,
  externalId: z.string(),
  name: z.string().nullable(),
  person: Somebody.nullable(),
  at: Instant,
  /** The field that decides or is added up, and what it says. */
  shown: z.object({ field: z.string(), value: z.unknown() }).nullable(),
  /** Null when it counts. */
  whyNot: WhyNot.nullable(),
  /** Of a share: whether it is part of it. */
  isPart: z.boolean(),
});
export type TriedRecord = z.infer<typeof TriedRecord>;

/** What records say of a field. */
export const FieldFacts = z.object({
  field: z.string(),
  known: z.int(),
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  spread: z.object({ least: z.number(), most: z.number(), bins: z.array(z.int()) }).nullable(),
});
export type FieldFacts = z.infer<typeof FieldFacts>;

/** What a draft would come to; nothing is kept of it. */
export const OwnMetricPreview = OwnMetricChecked.extend({
  /** Records that were looked at, the newest first; all that there are, or so many. */
  looked: z.int(),
  isAll: z.boolean(),
  fields: z.array(FieldFacts),
  /** How many of the records do not fulfil a line of the form, each line by itself. */
  fallsOut: z.object({ of: z.int(), tests: z.array(z.int()) }),
  /** Why it cannot be tried although nothing is wrong with it. */
  untried: z.string().nullable(),
  /** Null while something is wrong with the draft, or it cannot be tried. */
  outcome: z
    .object({
      unit: BoardHeading.shape.unit,
      /** One thing divided by another: of nothing there is no value. */
      isQuotient: z.boolean(),
      newest: z.array(TriedRecord),
      /** Twelve, the running one last. */
      weeks: z.array(Compared.extend({ startsOn: z.string() })),
      total: Compared,
      /** The version that is in force; null for a metric that is new. */
      beforeVersion: z.int().nullable(),
      beforeUnit: BoardHeading.shape.unit.nullable(),
      /** Who has a place this month, and whose would be another. */
      people: z.int(),
      changed: z.int(),
      places: z.array(
        z.object({ person: Somebody, draft: Place.nullable(), before: Place.nullable() }),
      ),
    })
    .nullable(),
  /** What is counted anew, and about how long that takes. */
  estimate: z.object({ records: z.int(), seconds: z.int() }),
});
export type OwnMetricPreview = z.infer<typeof OwnMetricPreview>;
