import { ONE } from '../measures/measure.js';
import { startOfDate } from '../time/business-date.js';
import { monthlyLine, ownersOf } from './customer.js';
import type { Find, GatheredFigure, Group, GroupContext } from './group.js';
import { whole } from './group.js';
import type { Line } from './lines.js';
import { balanceOf, combine, later, ownerAt } from './lines.js';

const types = ['subscription', 'account'] as const;
const YEAR = 12;

/** A balance over what a customer pays in a month. */
function balance(make: (monthly: Line) => Line): GatheredFigure {
  return {
    by: 'account',
    types,
    find: (group, context) =>
      balanceOf(make(monthlyLine(group, context)), ownersOf(group, context), context),
  };
}

const isCustomer = (monthly: Line) => combine([monthly], (value) => ((value ?? 0) > 0 ? ONE : 0));
const kept = (line: Line, make: (now: number, then: number) => number) =>
  combine([line, later(line, YEAR)], (now = 0, then = 0) => make(now, then));

type Kind = 'churned' | 'contracted' | 'expanded' | 'reactivated';

/** What one kind of change moves; `worth` makes of what was paid before and after a quantity. */
function movement(
  kinds: readonly Kind[],
  worth: (before: number, after: number) => number,
): GatheredFigure {
  return {
    by: 'account',
    types,
    find: (group, context) => movementsOf(group, context, kinds, worth),
  };
}

function movementsOf(
  group: Group,
  context: GroupContext,
  kinds: readonly Kind[],
  worth: (before: number, after: number) => number,
): Find[] {
  const owners = ownersOf(group, context);
  const finds: Find[] = [];
  let before = 0;
  /** The month in which it became a customer: what moves then belongs to the winning of it. */
  let wonIn: string | undefined;
  let wasLost = false;
  for (const { date, value, because } of monthlyLine(group, context)) {
    const month = date.slice(0, 7);
    const kind = kindOf(before, value, wasLost);
    const isOfItsMonth = month === wonIn;
    if (kind === 'new') wonIn = month;
    else if (!isOfItsMonth && kinds.includes(kind)) {
      const quantity = worth(before, value);
      const moment = { date, at: startOfDate(date, context.timeZone) };
      if (quantity !== 0) {
        finds.push({ credits: whole(ownerAt(owners, date)), moment, quantity, because });
      }
    }
    if (value === 0) wasLost = true;
    before = value;
  }
  return finds;
}

function kindOf(before: number, after: number, wasLost: boolean): Kind | 'new' {
  if (before === 0) return wasLost ? 'reactivated' : 'new';
  if (after === 0) return 'churned';
  return after < before ? 'contracted' : 'expanded';
}

/** Customers that are lost in a month, less those of them that come back within it. */
const lostCustomers: GatheredFigure = {
  by: 'account',
  types,
  find: (group, context) => {
    const owners = ownersOf(group, context);
    const finds: Find[] = [];
    const active = isCustomer(monthlyLine(group, context));
    let since: string | undefined;
    let lostIn: string | undefined;
    for (const { date, value, because } of active) {
      const month = date.slice(0, 7);
      const moment = { date, at: startOfDate(date, context.timeZone) };
      const credits = whole(ownerAt(owners, date));
      if (value > 0) {
        if (lostIn === month) finds.push({ credits, moment, quantity: -ONE, because });
        else since = month;
        lostIn = undefined;
      } else if (since !== month) {
        finds.push({ credits, moment, quantity: ONE, because });
        lostIn = month;
      }
    }
    return finds;
  },
};

/** What subscriptions come to, customer by customer: one is lost with its last subscription. */
export const RECURRING = {
  customers: balance(isCustomer),
  customers_a_year_ago: balance((monthly) => later(isCustomer(monthly), YEAR)),
  customer_mrr: balance((monthly) => monthly),
  mrr_a_year_ago: balance((monthly) => later(monthly, YEAR)),
  mrr_kept: balance((monthly) => kept(monthly, (now, then) => (then > 0 ? now : 0))),
  mrr_kept_at_most: balance((monthly) => kept(monthly, Math.min)),
  mrr_churned: movement(['churned'], (before) => before),
  mrr_contracted: movement(['contracted'], (before, after) => before - after),
  mrr_expanded: movement(['expanded'], (before, after) => after - before),
  mrr_reactivated: movement(['reactivated'], (_, after) => after),
  customers_lost: lostCustomers,
} as const satisfies Record<string, GatheredFigure>;
