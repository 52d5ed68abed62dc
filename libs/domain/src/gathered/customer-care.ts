import { closed } from '../library/definition-parts.js';
import { ONE } from '../measures/measure.js';
import { momentOf } from '../measures/moment-of.js';
import { addDays } from '../time/business-date.js';
import { businessDateOf } from '../time/business-date.js';
import { conversationsOf, lineOfMember, monthlyLine, ofType, ownersOf } from './customer.js';
import type { Find, GatheredFigure, Group, GroupContext } from './group.js';
import { earliest, whole } from './group.js';
import type { Line } from './lines.js';
import { balanceOf, combine, ownerAt, sumOfLines } from './lines.js';

const ASSIGNED = {
  dates: [{ kind: 'field', field: 'assignedOn' }, { kind: 'first-heard' }],
  lasts: { until: [{ kind: 'field', field: 'releasedOn' }] },
} as const;

function assignedLine(group: Group, context: GroupContext): Line {
  const accounts = ofType(group, 'account').map((member) =>
    lineOfMember(member, ASSIGNED, () => ONE, context),
  );
  return combine([sumOfLines(accounts)], (count = 0) => Math.min(count, ONE));
}

/** Customers somebody looks after, a group of companies as one. */
const clients: GatheredFigure = {
  by: 'account',
  types: ['account'],
  find: (group, context) =>
    balanceOf(assignedLine(group, context), ownersOf(group, context), context),
};

/** Conversations with a customer while somebody looks after it, the earliest first. */
function talksWhileAssigned(group: Group, context: GroupContext) {
  const assigned = assignedLine(group, context);
  return conversationsOf(group, context)
    .filter(({ date }) => (assigned.findLast((point) => point.date <= date)?.value ?? 0) > 0)
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}

/** Those of them that were talked with in a month: the first conversation of the month counts. */
const clientsContacted: GatheredFigure = {
  by: 'account',
  types: ['account', 'call', 'meeting'],
  find: (group, context) => {
    const owners = ownersOf(group, context);
    const months = new Set<string>();
    const finds: Find[] = [];
    for (const { date, at, member } of talksWhileAssigned(group, context)) {
      const month = date.slice(0, 7);
      if (months.has(month)) continue;
      months.add(month);
      const credits = whole(ownerAt(owners, date));
      finds.push({ credits, moment: { date, at }, quantity: ONE, because: member.id });
    }
    return finds;
  },
};

/** Every conversation with somebody's clients: with the same contact one a day. */
const conversationsWithClients: GatheredFigure = {
  by: 'account',
  types: ['account', 'call', 'meeting'],
  find: (group, context) => {
    const owners = ownersOf(group, context);
    const said = new Set<string>();
    return talksWhileAssigned(group, context).flatMap(({ date, at, member, name }) => {
      const { contact } = member.fields;
      const one = `${date} ${typeof contact === 'string' ? `with ${contact}` : name}`;
      if (said.has(one)) return [];
      said.add(one);
      const credits = whole(ownerAt(owners, date));
      return [{ credits, moment: { date, at }, quantity: ONE, because: member.id }];
    });
  },
};

const TROUBLED = {
  when: 'has(ticket.priority) && (ticket.priority == "high" || ticket.priority == "urgent") && (!has(ticket.status) || ticket.status == "open")',
  dates: [{ kind: 'field', field: 'openedAt' }, { kind: 'first-heard' }],
  lasts: {
    once: 'has(ticket.status) && ticket.status == "closed"',
    until: [
      { kind: 'field', field: 'closedAt' },
      { kind: 'entered', field: 'status', values: ['closed'], which: 'last' },
    ],
  },
} as const;

/** Customers without an open ticket that is high or urgent. */
const customersFreeOfIssues: GatheredFigure = {
  by: 'account',
  types: ['account', 'subscription', 'ticket'],
  find: (group, context) => {
    const troubles = ofType(group, 'ticket').map((ticket) =>
      lineOfMember(ticket, TROUBLED, () => 1, context),
    );
    const free = combine(
      [monthlyLine(group, context), sumOfLines(troubles)],
      (monthly = 0, open = 0) => (monthly > 0 && open === 0 ? ONE : 0),
    );
    return balanceOf(free, ownersOf(group, context), context);
  },
};

/** From the first deal that was won to the first milestone that was reached after it. */
function onboarding(worth: (milliseconds: number) => number): GatheredFigure {
  return {
    by: 'account',
    types: ['account', 'deal', 'usage'],
    find: (group, context) => {
      const { timeZone } = context;
      const won = earliest(
        ofType(group, 'deal').flatMap((deal) => {
          if (deal.fields['status'] !== 'won') return [];
          const moment = momentOf(closed('won'), deal.history, deal.fields, timeZone);
          return moment ? [{ ...moment, name: deal.externalId }] : [];
        }),
      );
      const reached = earliest(
        ofType(group, 'usage').flatMap(({ id, externalId, fields }) => {
          const { kind, usedAt } = fields;
          if (kind !== 'milestone' || typeof usedAt !== 'number' || !won) return [];
          return usedAt >= won.at ? [{ at: usedAt, name: externalId, id }] : [];
        }),
      );
      if (!won || !reached) return [];
      const date = businessDateOf(reached.at, timeZone);
      const credits = whole(ownerAt(ownersOf(group, context), date));
      const quantity = worth(reached.at - won.at);
      const moment = { date, at: reached.at };
      return quantity === 0 ? [] : [{ credits, moment, quantity, because: reached.id }];
    },
  };
}

/** How long before a contract is due somebody has to have got in touch about it. */
const INVITED_DAYS = 120;

/** Contracts that fell due and whose customer somebody got in touch with in time. */
const contractsInvited: GatheredFigure = {
  by: 'account',
  types: ['contract', 'call', 'meeting', 'deal'],
  find: (group, context) => {
    const { timeZone } = context;
    const touches = [
      ...conversationsOf(group, context).map(({ date }) => date),
      ...ofType(group, 'deal').flatMap(({ fields: { kind, createdAt } }) =>
        kind === 'renewal' && typeof createdAt === 'number'
          ? [businessDateOf(createdAt, timeZone)]
          : [],
      ),
    ];
    return ofType(group, 'contract').flatMap(({ id, history, fields }) => {
      const due = momentOf([{ kind: 'field', field: 'dueOn' }], history, fields, timeZone);
      if (!due) return [];
      const since = addDays(due.date, -INVITED_DAYS);
      if (!touches.some((date) => since <= date && date <= due.date)) return [];
      return [{ credits: whole(fields['owner']), moment: due, quantity: ONE, because: id }];
    });
  },
};

/** How customers are looked after. */
export const CUSTOMER_CARE = {
  clients,
  clients_contacted: clientsContacted,
  conversations_with_clients: conversationsWithClients,
  customers_free_of_issues: customersFreeOfIssues,
  onboarding_time: onboarding((milliseconds) => Math.round(milliseconds / 1_000)),
  customers_onboarded: onboarding(() => ONE),
  contracts_invited: contractsInvited,
} as const satisfies Record<string, GatheredFigure>;
