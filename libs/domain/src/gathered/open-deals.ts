import { created, closed } from '../library/definition-parts.js';
import { ONE } from '../measures/measure.js';
import type { Instant, RecordId } from '../ids.js';
import { currentOf } from '../records/history.js';
import type { Fields } from '../records/record-fields.js';
import { businessDateOf } from '../time/business-date.js';
import { conversationsOf, lineOfMember, ofType } from './customer.js';
import type { GatheredFigure, Group, GroupContext, Member } from './group.js';
import type { Line, Owners, Point } from './lines.js';
import { balanceOf, combine, lineOf } from './lines.js';

/** Without a step or a touch for so long a deal stands still. */
const STILL_DAYS = 30;
const DAY_MS = 86_400_000;

const OPEN = {
  when: '!has(deal.status) || deal.status == "open"',
  dates: created,
  lasts: {
    once: 'has(deal.status) && deal.status != "open"',
    until: closed('won', 'lost'),
  },
} as const;

/** A balance over deals that are open, each with what happened to it. */
function balance(
  make: (deal: Member, group: Group, context: GroupContext) => Line,
): GatheredFigure {
  return {
    by: 'deal',
    types: ['deal', 'call', 'meeting'],
    find: (group, context) =>
      ofType(group, 'deal').flatMap((deal) =>
        balanceOf(make(deal, group, context), ownersOf(deal, context), context),
      ),
  };
}

const isOpen = (deal: Member, context: GroupContext, worth: (fields: Fields) => number = () => 1) =>
  lineOfMember(deal, OPEN, worth, context);

/** 1 from the day on which it has stood still for too long, until somebody moves. */
function stillLine(deal: Member, group: Group, context: GroupContext): Line {
  const points: Point[] = [];
  const moves = movesOf(deal, group, context).toSorted((a, b) => a.at - b.at);
  for (const [index, { at, because }] of moves.entries()) {
    const next = moves[index + 1];
    const still = at + STILL_DAYS * DAY_MS;
    points.push({ date: dateOf(at, context), value: 0, because });
    if (next === undefined || next.at > still) {
      points.push({ date: dateOf(still, context), value: 1, because });
    }
  }
  return lineOf(points);
}

function movesOf(
  deal: Member,
  group: Group,
  context: GroupContext,
): { readonly at: Instant; readonly because: RecordId }[] {
  const begun = isOpen(deal, context)[0];
  const changes = currentOf(deal.history);
  const stepped = changes.filter(
    ({ set }, index) => index === 0 || set['step'] !== undefined || set['stage'] !== undefined,
  );
  const { createdAt } = deal.fields;
  return [
    ...(begun && typeof createdAt === 'number' ? [{ at: createdAt, because: deal.id }] : []),
    ...stepped.map(({ at }) => ({ at, because: deal.id })),
    ...conversationsOf(group, context).map(({ at, member }) => ({ at, because: member.id })),
  ];
}

function dateOf(at: Instant, { timeZone }: GroupContext) {
  return businessDateOf(at, timeZone);
}

function ownersOf({ history, fields }: Member, { timeZone }: GroupContext): Owners {
  const changes = currentOf(history).flatMap(({ at, set: { owner } }) =>
    typeof owner === 'string' ? [{ date: businessDateOf(at, timeZone), owner }] : [],
  );
  const { owner } = fields;
  if (changes.length > 0) return changes;
  return typeof owner === 'string' ? [{ date: '' as Owners[number]['date'], owner }] : [];
}

/** What has to be known of a deal that is kept well. */
const COMPLETE = ['account', 'amount', 'expectedOn'] as const;

const isComplete = (fields: Fields): number =>
  COMPLETE.every((name) => fields[name] !== undefined && fields[name] !== null) ? 1 : 0;

/** Open deals, those that stand still, and those that are complete and do not. */
export const OPEN_DEALS = {
  deals_open: balance((deal, _, context) =>
    combine([isOpen(deal, context)], (open = 0) => open * ONE),
  ),
  deals_still: balance((deal, group, context) =>
    combine([isOpen(deal, context), stillLine(deal, group, context)], (open = 0, still = 0) =>
      open > 0 && still > 0 ? ONE : 0,
    ),
  ),
  deals_kept_well: balance((deal, group, context) =>
    combine(
      [isOpen(deal, context, isComplete), stillLine(deal, group, context)],
      (complete = 0, still = 0) => (complete > 0 && still === 0 ? ONE : 0),
    ),
  ),
} as const satisfies Record<string, GatheredFigure>;
