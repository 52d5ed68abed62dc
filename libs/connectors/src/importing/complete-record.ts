import type { RecordType } from '@bellwether/domain';
import { instantOfLocal, parseBusinessDate } from '@bellwether/domain';
import type { Money } from './cells/read-money.js';
import type { RowContext, Values } from './map-row.js';

/** Adds to `values` what a record needs and its row says in other words. */
export function completed(type: RecordType, values: Values, context: RowContext): Values {
  switch (type) {
    case 'call':
      return call(values);
    case 'email':
      return { ...values, sentAt: values['sentAt'] ?? values['at'] };
    case 'meeting':
      return meeting(values, context);
    case 'lead': {
      const lead: Values = { ...values, createdAt: values['createdAt'] ?? values['at'] };
      return { ...lead, changedAt: changedAt(lead, ['createdAt'], context) };
    }
    case 'deal':
      return deal(values, context);
    case 'trial':
      return trial(values, context);
    case 'form':
    case 'account':
    case 'subscription':
    case 'contract':
    case 'ticket':
    case 'usage':
    case 'reference':
    case 'cost':
    case 'quota':
      return dated(type, values, context);
  }
}

type DatedType = Exclude<RecordType, 'call' | 'email' | 'meeting' | 'lead' | 'deal' | 'trial'>;

function dated(type: DatedType, values: Values, context: RowContext): Values {
  const plain = withPlainMoney(values, ['amount', 'monthly'], context);
  const { moments, happens } = DATED[type];
  const complete = happens ? { ...plain, [happens]: plain[happens] ?? plain['at'] } : plain;
  return { ...complete, changedAt: changedAt(complete, moments, context) };
}

interface Dated {
  /** What says since when a row is true. */
  readonly moments: readonly string[];
  /** What a column of moments that says no more stands for. */
  readonly happens?: string;
}

const DATED: Readonly<Record<DatedType, Dated>> = {
  form: { moments: ['submittedAt'], happens: 'submittedAt' },
  account: { moments: ['assignedOn'] },
  subscription: { moments: ['signedAt', 'startsOn'] },
  contract: { moments: ['dueOn'] },
  ticket: { moments: ['openedAt', 'closedAt'], happens: 'openedAt' },
  usage: { moments: ['usedAt'], happens: 'usedAt' },
  reference: { moments: ['publishedAt'], happens: 'publishedAt' },
  cost: { moments: ['from'] },
  quota: { moments: ['from'] },
};

const REACHED = new Set(['connected', 'conversation']);
const DIRECTIONS: Readonly<Record<string, string>> = { outgoing: 'outbound', incoming: 'inbound' };

function call(values: Values): Values {
  const { talkSeconds, talkMinutes, startedAt, outcome, direction } = values;
  const talk = (talkSeconds ?? talkMinutes) as number | undefined;
  const started = startedAt as string | undefined;
  const ended = started && new Date(Date.parse(started) + (talk ?? 0) * 1_000).toISOString();
  return {
    ...values,
    talkSeconds: talk,
    endedAt: values['endedAt'] ?? values['at'] ?? ended,
    outcome: REACHED.has(String(outcome)) ? 'conversation' : outcome,
    direction: DIRECTIONS[String(direction)] ?? direction,
  };
}

const MEETING: readonly (readonly [RegExp, string])[] = [
  [/^(held|done|completed?|took place)$/, 'held'],
  [/^(booked|scheduled|planned|open|pending)$/, 'booked'],
  [/^no.?show$/, 'no-show'],
  [/^cancell?ed$/, 'cancelled'],
];

/** A meeting of the past that nobody says otherwise of took place. */
function meeting(values: Values, context: RowContext): Values {
  const { at, status } = values;
  const startsAt = (values['startsAt'] ?? at) as string | undefined;
  const isPast = startsAt !== undefined && Date.parse(startsAt) <= context.now;
  const said = MEETING.find(([pattern]) => pattern.test(String(status)))?.[1] ?? status;
  const complete: Values = {
    ...values,
    startsAt,
    status: said ?? (at === undefined ? undefined : isPast ? 'held' : 'booked'),
  };
  return {
    ...complete,
    changedAt: changedAt(complete, ['heldAt', 'startsAt', 'bookedAt'], context),
  };
}

function deal(told: Values, context: RowContext): Values {
  const values = withPlainMoney(told, ['amount', 'cost', 'yearly'], context);
  values['status'] = dealStatus(values, context);
  const isClosed = values['status'] === 'won' || values['status'] === 'lost';
  const dates = isClosed ? ['closedOn', 'createdAt'] : ['createdAt'];
  values['changedAt'] = changedAt(values, dates, context);
  return values;
}

function trial(values: Values, context: RowContext): Values {
  const startedAt = values['startedAt'] ?? values['at'];
  const complete: Values = { ...withPlainMoney(values, ['cost'], context), startedAt };
  return {
    ...complete,
    changedAt: changedAt(complete, ['evaluatedAt', 'completedAt', 'startedAt'], context),
  };
}

/** Amounts as records write them; the first that tells a currency tells it for all. */
function withPlainMoney(
  values: Values,
  fields: readonly string[],
  { options }: RowContext,
): Values {
  const plain: Values = { ...values };
  for (const field of fields) {
    const money = values[field] as Money | undefined;
    if (money === undefined) continue;
    plain[field] = money.amount;
    plain['currency'] ??= money.currency ?? options.currency;
  }
  return plain;
}

function dealStatus(values: Values, { options: { won, lost } }: RowContext): string | undefined {
  const { isWon, isLost, isClosed, status, stage } = values;
  if (isWon === true) return 'won';
  if (isLost === true || (isClosed === true && isWon === false)) return 'lost';
  const said = ((status ?? stage ?? '') as string).toLowerCase();
  const isAmong = (words: readonly string[]) => words.some((word) => word.toLowerCase() === said);
  if (won && isAmong(won)) return 'won';
  if (lost && isAmong(lost)) return 'lost';
  if (!won && /\bwon\b|^closedwon$/.test(said)) return 'won';
  if (!lost && /\blost\b|^closedlost$/.test(said)) return 'lost';
  return said === '' && isWon === undefined && isLost === undefined ? undefined : 'open';
}

/** `2026-03-30` and no time. */
const DAY_LENGTH = 10;

/**
 * Since when the row is true: said by the row, else the day of the export, else the latest of its
 * own dates that has come.
 */
function changedAt(
  values: Values,
  dates: readonly string[],
  { options: { asOf }, timeZone, now }: RowContext,
): unknown {
  if (values['changedAt'] !== undefined) return values['changedAt'];
  const startOf = (day: string) => {
    const date = parseBusinessDate(day.slice(0, 10));
    return date === undefined ? Number.NaN : instantOfLocal(date, 0, timeZone);
  };
  if (asOf !== undefined) return new Date(startOf(asOf)).toISOString();
  const moments = dates.flatMap((field) => {
    const text = values[field] as string | undefined;
    if (text === undefined) return [];
    return [text.length === DAY_LENGTH ? startOf(text) : Date.parse(text)];
  });
  const past = moments.filter((moment) => moment <= now);
  return past.length === 0 ? undefined : new Date(Math.max(...past)).toISOString();
}
