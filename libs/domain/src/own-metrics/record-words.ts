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
  form: { one: 'form', many: 'forms' },
  account: { one: 'account', many: 'accounts' },
  subscription: { one: 'subscription', many: 'subscriptions' },
  contract: { one: 'contract', many: 'contracts' },
  ticket: { one: 'ticket', many: 'tickets' },
  usage: { one: 'use of the product', many: 'uses of the product' },
  reference: { one: 'reference', many: 'references' },
  cost: { one: 'cost', many: 'costs' },
  quota: { one: 'quota', many: 'quotas' },
};
