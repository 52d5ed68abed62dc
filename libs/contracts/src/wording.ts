import { z } from 'zod';

/** Errors continue the sentence that begins with the field's name: "amount is missing". */
z.config({ customError: (issue) => WORDING[issue.code]?.(issue as never) });

type Issue<Code extends z.core.$ZodRawIssue['code']> = Extract<z.core.$ZodRawIssue, { code: Code }>;

const WORDING: Partial<{
  [Code in z.core.$ZodRawIssue['code']]: (issue: Issue<Code>) => string;
}> = {
  invalid_type: ({ input, expected }) => (input === undefined ? 'is missing' : `is no ${expected}`),
  unrecognized_keys: ({ keys }) => `has nothing named ${keys.map((key) => `"${key}"`).join(', ')}`,
  invalid_value: ({ values }) => `is none of ${values.map(String).join(', ')}`,
  too_small: ({ origin, minimum }) =>
    origin === 'string' ? 'is empty' : `is less than ${minimum}`,
  too_big: ({ origin, maximum }) =>
    origin === 'string' ? `is longer than ${maximum} characters` : `is more than ${maximum}`,
};
