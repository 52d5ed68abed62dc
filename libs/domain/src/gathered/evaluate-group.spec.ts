import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasureId, PersonId, RecordId } from '../ids.js';
import type { Measure } from '../measures/measure.js';
import { ONE } from '../measures/measure.js';
import type { History } from '../records/history.js';
import { addRevision, stateOf } from '../records/history.js';
import type { Fields, RecordType } from '../records/record-fields.js';
import { evaluateGroup } from './evaluate-group.js';
import type { GatheredFigureName } from './figures.js';
import type { GatheredBy, Member } from './group.js';

const people: Readonly<Record<string, PersonId>> = { ada: 1 as PersonId, bo: 2 as PersonId };

let count = 0;
/** A record of which these things are told, each since a day. */
function member(
  type: RecordType,
  ...told: readonly (readonly [day: string, set: Fields])[]
): Member {
  const externalId = `${type}-${(count += 1)}`;
  const history = told.reduce<History>(
    (known, [day, set], index) =>
      addRevision(
        known,
        { at: Date.parse(`${day}T09:00:00Z`), key: `${externalId} ${index}`, set },
        { arrivedAt: 0, inboxId: 0 },
      ),
    [],
  );
  const { fields } = stateOf(history);
  return { id: count as RecordId, type, externalId, history, fields };
}

const subscription = (monthly: string, startsOn: string, endsOn?: string, owner = 'ada') =>
  member('subscription', [startsOn, { owner, monthly, startsOn, ...(endsOn && { endsOn }) }]);

/** `who day quantity`, in the order of the days. */
function counted(
  figure: GatheredFigureName,
  by: GatheredBy,
  members: readonly Member[],
): readonly string[] {
  const unit = figure.includes('mrr') ? 'money' : 'count';
  const measure: Measure = {
    id: 1 as MeasureId,
    version: 1,
    key: figure,
    unit,
    rules: [],
    gathers: figure,
  };
  const context = {
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    measures: [measure],
    personOf: (identity: string) => people[identity],
  };
  const nameOf = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  return evaluateGroup({ by, key: 'Orsini', members }, context)
    .map(({ personId, date, quantity }) => `${date} ${nameOf.get(personId)} ${quantity}`)
    .toSorted();
}

describe('a new logo', () => {
  const won = (closedOn: string, about: Fields = {}) =>
    member('deal', [closedOn, { status: 'won', closedOn, owner: 'ada', ...about }]);

  it('is the first deal ever won with a company, whatever is won later', () => {
    const deals = [won('2026-05-09'), won('2026-05-04'), won('2026-07-01')];
    expect(counted('new_logos', 'account', deals)).toEqual(['2026-05-04 ada 1000']);
  });

  it('is shared as the deal is', () => {
    const splits = [
      { identity: 'ada', basisPoints: 7_000 },
      { identity: 'bo', basisPoints: 3_000 },
    ];
    expect(counted('new_logos', 'account', [won('2026-05-04', { splits })])).toEqual([
      '2026-05-04 ada 700',
      '2026-05-04 bo 300',
    ]);
  });

  it('is nobody’s where the deal is not won', () => {
    expect(counted('new_logos', 'account', [won('2026-05-04', { status: 'lost' })])).toEqual([]);
  });
});

describe('a customer', () => {
  it('is lost with its last subscription; one of several is a contraction', () => {
    const both = [
      subscription('100', '2026-01-01', '2026-03-10'),
      subscription('50', '2026-01-01', '2026-05-20'),
    ];
    expect(counted('mrr_contracted', 'account', both)).toEqual(['2026-03-10 ada 10000']);
    expect(counted('mrr_churned', 'account', both)).toEqual(['2026-05-20 ada 5000']);
    expect(counted('customers_lost', 'account', both)).toEqual(['2026-05-20 ada 1000']);
    expect(counted('customers', 'account', both)).toEqual([
      '2026-01-01 ada 1000',
      '2026-05-20 ada -1000',
    ]);
  });

  it('that comes back in the month in which it left was not lost', () => {
    const back = [
      subscription('100', '2026-01-01', '2026-03-10'),
      subscription('80', '2026-03-20'),
    ];
    expect(counted('customers_lost', 'account', back)).toEqual([
      '2026-03-10 ada 1000',
      '2026-03-20 ada -1000',
    ]);
    expect(counted('mrr_reactivated', 'account', back)).toEqual(['2026-03-20 ada 8000']);
  });

  it('that grows or goes in the month in which it was won moves nothing else', () => {
    const brief = [
      subscription('100', '2026-03-02', '2026-03-25'),
      subscription('40', '2026-03-10', '2026-03-25'),
    ];
    for (const figure of ['mrr_expanded', 'mrr_churned', 'customers_lost'] as const) {
      expect(counted(figure, 'account', brief)).toEqual([]);
    }
  });

  it('counts a year later for what it brings then, and at most for what it brought', () => {
    const grown = [subscription('100', '2025-01-01'), subscription('60', '2025-06-01')];
    expect(counted('mrr_kept', 'account', grown)).toEqual(['2026-01-01 ada 16000']);
    expect(counted('mrr_kept_at_most', 'account', grown)).toEqual([
      '2026-01-01 ada 10000',
      '2026-06-01 ada 6000',
    ]);
  });

  it('goes over to whoever looks after it next', () => {
    const account = member(
      'account',
      ['2026-01-01', { owner: 'ada' }],
      ['2026-04-01', { owner: 'bo' }],
    );
    expect(
      counted('customer_mrr', 'account', [account, subscription('100', '2026-02-01')]),
    ).toEqual(['2026-02-01 ada 10000', '2026-04-01 ada -10000', '2026-04-01 bo 10000']);
  });

  it('is there on a day exactly when a subscription runs on it', () => {
    const day = fc
      .integer({ min: 0, max: 500 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    const span = fc.tuple(day, fc.option(day, { nil: undefined }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), day, (spans, asked) => {
        const members = spans.map(([from, until]) => subscription('10', from, until));
        const sum = counted('customers', 'account', members)
          .filter((line) => line.slice(0, 10) <= asked)
          .reduce((total, line) => total + Number(line.split(' ')[2]), 0);
        const runs = spans.some(([from, until]) => from <= asked && (!until || asked < until));
        expect(sum).toBe(runs ? ONE : 0);
      }),
    );
  });
});

describe('a deal that stands still', () => {
  it('does so thirty days after whatever happened last, until it moves or is closed', () => {
    const deal = member(
      'deal',
      ['2026-01-05', { owner: 'ada', createdAt: Date.parse('2026-01-05T09:00:00Z'), step: 'demo' }],
      ['2026-03-01', { step: 'proposal' }],
      ['2026-05-01', { status: 'lost' }],
    );
    const call = member('call', [
      '2026-01-10',
      { endedAt: Date.parse('2026-01-10T09:00:00Z'), talkSeconds: 600 },
    ]);
    expect(counted('deals_still', 'deal', [deal, call])).toEqual([
      '2026-02-09 ada 1000',
      '2026-03-01 ada -1000',
      '2026-03-31 ada 1000',
      '2026-05-01 ada -1000',
    ]);
  });
});

describe('an answer', () => {
  it('counts once in a conversation, and not when a machine wrote it', () => {
    const mail = (day: string, about: Fields) =>
      member('email', [
        day,
        { owner: 'ada', direction: 'inbound', sentAt: Date.parse(`${day}T09:00:00Z`), ...about },
      ]);
    const mails = [
      mail('2026-05-02', { automated: true }),
      mail('2026-05-04', {}),
      mail('2026-05-03', {}),
    ];
    expect(counted('responses', 'thread', mails)).toEqual(['2026-05-03 ada 1000']);
  });
});
