import { closed } from '../library/definition-parts.js';
import { ONE } from '../measures/measure.js';
import type { DateRule } from '../measures/measure.js';
import { momentOf } from '../measures/moment-of.js';
import { enteredAt } from '../records/history.js';
import type { Split } from '../records/record-fields.js';
import { businessDateOf } from '../time/business-date.js';
import { ofType } from './customer.js';
import type { Find, GatheredFigure, Group, GroupContext, Member } from './group.js';
import { earliest, whole } from './group.js';

function dated(member: Member, dates: readonly DateRule[], { timeZone }: GroupContext) {
  const moment = momentOf(dates, member.history, member.fields, timeZone);
  return moment ? [{ ...moment, member, name: `${member.type} ${member.externalId}` }] : [];
}

function one({ at, date, member }: ReturnType<typeof dated>[number], credits: readonly Split[]) {
  return { credits, moment: { at, date }, quantity: ONE, because: member.id };
}

/** The deal's own split where it has one, else its owner. */
function splitOf({ fields: { splits, owner } }: Member): readonly Split[] {
  return Array.isArray(splits) && splits.length > 0 ? (splits as readonly Split[]) : whole(owner);
}

const wonDeals = (group: Group, context: GroupContext) =>
  ofType(group, 'deal')
    .filter(({ fields }) => fields['status'] === 'won')
    .flatMap((deal) => dated(deal, closed('won'), context));

/** The first deal ever that was won with a company, or with any below the same one. */
const newLogos: GatheredFigure = {
  by: 'account',
  types: ['account', 'deal'],
  find: (group, context) => {
    const first = earliest(wonDeals(group, context));
    return first ? [one(first, splitOf(first.member))] : [];
  },
};

/** From so many employees on a company is a large one. */
const LARGE = 1_000;
const TOUCHED = ['endedAt', 'sentAt', 'heldAt', 'startsAt', 'createdAt'].map(
  (field) => ({ kind: 'field', field }) as const,
);

/** The first time that anybody got in touch with a large company. */
const largeCompaniesTouched: GatheredFigure = {
  by: 'account',
  types: ['account', 'call', 'email', 'meeting'],
  find: (group, context) => {
    const employees = ofType(group, 'account').map(({ fields }) =>
      Number(fields['employees'] ?? 0),
    );
    if (Math.max(0, ...employees) < LARGE) return [];
    const touches = [
      ...ofType(group, 'call'),
      ...ofType(group, 'email').filter(({ fields }) => fields['direction'] !== 'inbound'),
      ...ofType(group, 'meeting').filter(({ fields }) => fields['status'] === 'held'),
    ];
    const first = earliest(touches.flatMap((touch) => dated(touch, TOUCHED, context)));
    return first ? [one(first, whole(first.member.fields['owner']))] : [];
  },
};

/** Qualified leads whose company came to this, dated when they were qualified. */
function qualifiedWith(comesTo: (trial: Member) => boolean): GatheredFigure {
  return {
    by: 'account',
    types: ['lead', 'trial', 'account'],
    find: (group, context) => {
      if (!ofType(group, 'trial').some(comesTo)) return [];
      return ofType(group, 'lead').flatMap((lead): Find[] => {
        const at = enteredAt(lead.history, 'status', ['sql'], 'first');
        if (at === undefined) return [];
        const moment = { at, date: businessDateOf(at, context.timeZone) };
        const credits = whole(lead.fields['owner']);
        return [{ credits, moment, quantity: ONE, because: lead.id }];
      });
    },
  };
}

/** The first answer by hand in a conversation of e-mails. */
const responses: GatheredFigure = {
  by: 'thread',
  types: ['email'],
  find: (group, context) => {
    const answers = ofType(group, 'email').filter(
      ({ fields }) => fields['direction'] === 'inbound' && fields['automated'] !== true,
    );
    const first = earliest(answers.flatMap((answer) => dated(answer, TOUCHED, context)));
    return first ? [one(first, whole(first.member.fields['owner']))] : [];
  },
};

/** Below this share of the amount a margin is too thin. */
const THIN_MARGIN = 0.2;
const EARLY_DAYS = 90;
const DAY_MS = 86_400_000;

/** Won deals with too thin a margin, or whose subscription ended within ninety days. */
const dealsOfLowQuality: GatheredFigure = {
  by: 'deal',
  types: ['deal', 'subscription'],
  find: (group, context) =>
    wonDeals(group, context).flatMap((won) => {
      const amount = Number(won.member.fields['amount'] ?? 0);
      const cost = won.member.fields['cost'];
      const isThin =
        typeof cost === 'string' && amount > 0 && (amount - Number(cost)) / amount < THIN_MARGIN;
      const ended = ofType(group, 'subscription').flatMap((subscription) =>
        dated(subscription, [{ kind: 'field', field: 'endsOn' }], context),
      );
      const isEarly = ended.some(({ at }) => at - won.at <= EARLY_DAYS * DAY_MS);
      return isThin || isEarly ? [one(won, splitOf(won.member))] : [];
    }),
};

/** What selling comes to, taken together. */
export const SELLING = {
  new_logos: newLogos,
  large_companies_touched: largeCompaniesTouched,
  qualified_with_trial: qualifiedWith(
    ({ fields }) => typeof fields['completedAt'] === 'number' || fields['status'] === 'passed',
  ),
  qualified_with_success: qualifiedWith(({ fields }) => fields['successful'] === true),
  responses,
  deals_of_low_quality: dealsOfLowQuality,
} as const satisfies Record<string, GatheredFigure>;
