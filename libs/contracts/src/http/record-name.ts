import { z } from 'zod';

/** What a record can be. */
export const RecordName = z.enum([
  'call',
  'email',
  'meeting',
  'lead',
  'deal',
  'trial',
  'form',
  'account',
  'subscription',
  'contract',
  'ticket',
  'usage',
  'reference',
  'cost',
  'quota',
]);
