import type { Acceptance, Verdict } from '@bellwether/application';
import type { IntakeReply, ItemVerdict } from '@bellwether/contracts';
import { PublicError } from '../http/public-error.js';
import { tooFast } from '../http/too-fast.js';

/** What a sender is told. Throws when nothing of it was kept because all of it is wrong. */
export function presentAcceptance(acceptance: Acceptance): IntakeReply {
  switch (acceptance.kind) {
    case 'unsigned':
      throw new PublicError('unsigned', acceptance.reason);
    case 'malformed':
      throw new PublicError('malformed', acceptance.reason, acceptance.field);
    case 'busy':
      throw tooFast();
    case 'taken':
      return replyOf(acceptance.verdicts);
  }
}

/** A sender of ours learns at once that nothing could be used; a vendor would only send it again. */
export function refuseUnusable(reply: IntakeReply): IntakeReply {
  const [first] = reply.items;
  if (reply.refused === 0 || reply.refused < reply.items.length || !first?.error) return reply;
  const { field, reason } = first.error;
  const name = field === '/' || field === '' ? 'The record' : field.slice(1);
  throw new PublicError('impossible', `${name} ${reason}`, `/${first.index}${field}`, { ...reply });
}

function replyOf(verdicts: readonly Verdict[]): IntakeReply {
  const count = (kind: Verdict['kind']) =>
    verdicts.filter((verdict) => verdict.kind === kind).length;
  return {
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    ignored: count('ignored'),
    refused: count('refused'),
    items: verdicts.map((verdict, index): ItemVerdict => {
      if (verdict.kind !== 'refused') return { index, verdict: verdict.kind };
      const { field, reason } = verdict;
      return { index, verdict: 'refused', error: { field, reason } };
    }),
  };
}
