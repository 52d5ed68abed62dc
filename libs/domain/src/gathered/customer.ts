import { stepsOf } from '../measures/balance.js';
import type { MeasureRule, Lasts } from '../measures/measure.js';
import { momentOf } from '../measures/moment-of.js';
import { compileExpression, sightOf } from '../measures/condition.js';
import { inOwnMinorUnits } from '../money/exchange.js';
import { currentOf } from '../records/history.js';
import type { Fields } from '../records/record-fields.js';
import type { BusinessDate } from '../time/business-date.js';
import { businessDateOf } from '../time/business-date.js';
import type { Group, GroupContext, Member } from './group.js';
import type { Line, Owners, Point } from './lines.js';
import { lineOf, sumOfLines } from './lines.js';

/** The records of a group that are of one type. */
export function ofType(group: Group, type: Member['type']): readonly Member[] {
  return group.members.filter((member) => member.type === type);
}

type Lasting = MeasureRule & { readonly lasts: Lasts };

/** How much of something there is of one record, day by day. */
export function lineOfMember(
  member: Member,
  rule: Omit<Lasting, 'record' | 'credit' | 'amount'>,
  worth: (fields: Fields, began: BusinessDate) => number,
  { timeZone }: GroupContext,
): Line {
  const whole: Lasting = {
    ...rule,
    record: member.type,
    credit: { kind: 'split' },
    amount: { kind: 'one' },
  };
  const holds = (condition: string, fields: Fields) =>
    compileExpression(condition, member.type)(sightOf(member.type, fields)) === true;
  const steps = stepsOf(whole, member, holds, timeZone);
  const began = steps[0]?.moment.date;
  return lineOf(
    steps.map(({ moment, fields }): Point => ({
      date: moment.date,
      value: fields && began ? worth(fields, began) : 0,
      because: member.id,
    })),
  );
}

const SUBSCRIBED = {
  dates: [{ kind: 'field', field: 'startsOn' }, { kind: 'first-heard' }],
  lasts: { until: [{ kind: 'field', field: 'endsOn' }] },
} as const;

/** What a customer pays in a month, all subscriptions together, in minor units. */
export function monthlyLine(group: Group, context: GroupContext): Line {
  // By the rate of its first day, as long as it lasts; without one it brings nothing yet.
  const worth = ({ monthly, currency: told }: Fields, date: BusinessDate) => {
    if (typeof monthly !== 'string') return 0;
    const currency = typeof told === 'string' ? told : null;
    return inOwnMinorUnits({ amount: monthly, currency, date }, context) ?? 0;
  };
  return sumOfLines(
    ofType(group, 'subscription').map((member) => lineOfMember(member, SUBSCRIBED, worth, context)),
  );
}

/** Who looks after a customer: the owner of its account, else of its first subscription or deal. */
export function ownersOf(group: Group, { timeZone }: GroupContext): Owners {
  const accounts = ofType(group, 'account').toSorted(byId);
  const own = accounts.find(({ externalId }) => externalId === group.key) ?? accounts[0];
  const told = own ? ownerChanges(own, timeZone) : [];
  if (told.length > 0) return told;
  for (const type of ['subscription', 'deal', 'contract'] as const) {
    for (const member of ofType(group, type).toSorted(byId)) {
      const changes = ownerChanges(member, timeZone);
      if (changes.length > 0) return changes;
    }
  }
  return [];
}

function ownerChanges({ history }: Member, timeZone: string): Owners {
  const changes: { date: Owners[number]['date']; owner: string }[] = [];
  for (const { at, set } of currentOf(history)) {
    const { owner } = set;
    if (typeof owner !== 'string' || owner === changes.at(-1)?.owner) continue;
    const date = businessDateOf(at, timeZone);
    if (changes.at(-1)?.date === date) changes.pop();
    changes.push({ date, owner });
  }
  return changes;
}

function byId(a: Member, b: Member): number {
  return a.externalId < b.externalId ? -1 : 1;
}

/** When somebody talked with a customer: a conversation, or a meeting that was held. */
export function conversationsOf(group: Group, { timeZone }: GroupContext) {
  const held = [...ofType(group, 'call'), ...ofType(group, 'meeting')].filter(isConversation);
  return held.flatMap((member) => {
    const moment = momentOf(TALKED, member.history, member.fields, timeZone);
    return moment ? [{ member, ...moment, name: `${member.type} ${member.externalId}` }] : [];
  });
}

const TALKED = ['endedAt', 'heldAt', 'startsAt', 'startedAt', 'createdAt'].map(
  (field) => ({ kind: 'field', field }) as const,
);
const CONVERSATION_SECONDS = 120;

function isConversation({ type, fields }: Member): boolean {
  if (type === 'meeting') return fields['status'] === 'held';
  const { outcome, talkSeconds } = fields;
  return (
    outcome === 'conversation' ||
    (typeof talkSeconds === 'number' && talkSeconds >= CONVERSATION_SECONDS)
  );
}
