import type { RecordType } from '../records/record-fields.js';

/** What one and many records of a type are called in a sentence. */
export const RECORD_WORDS: Readonly<
  Record<RecordType, { readonly one: string; readonly many: string }>
> = {
  call: { one: 'call', many: 'calls' },
  email: { one: 'e-mail', many: 'e-mails' },
  meeting: { one: 'meeting', many: 'meetings' },
  lead: { one: 'lead', many: 'leads' },
  deal: { one: 'deal', many: 'deals' },
  trial: { one: 'trial', many: 'trials' },
};
