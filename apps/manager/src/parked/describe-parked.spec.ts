import { describe, expect, it } from 'vitest';
import {
  bodyText,
  describePile,
  identityOf,
  identityText,
  reasonOfItem,
  typeOfPile,
  unknownStages,
  type ParkedItem,
} from './describe-parked.js';

const item = (change: Partial<ParkedItem> = {}): ParkedItem => ({
  id: 1,
  kind: 'unknown-person',
  subject: 'email:t.figueiredo@lark.example',
  detail: '{"identity":"email:t.figueiredo@lark.example"}',
  source: 'HubSpot',
  record: { type: 'deal', externalId: 'D-1' },
  body: '{}',
  parkedAt: '2026-11-21T14:32:09.000Z',
  ...change,
});

describe('a pile of parked deliveries', () => {
  it('of somebody unknown says who it is about and what it waits for', () => {
    const pile = { kind: 'unknown-person', subject: 'email:t.figueiredo@lark.example', items: 4 };
    expect(describePile(pile, 'deal')).toEqual({
      title: '“t.figueiredo@lark.example” is nobody yet',
      consequence: '4 deals wait for a name',
      remedy: 'Say who that is. They count then, on the day they happened',
    });
    expect(describePile({ ...pile, items: 1 }, 'call')).toMatchObject({
      consequence: '1 call waits for a name',
      remedy: 'Say who that is. It counts then, on the day it happened',
    });
  });

  it.each([
    ['unmappable', '', 'Not understood', '2 deliveries wait, unread'],
    ['foreign-currency', 'USD', 'Amounts in USD', '2 deliveries wait for an exchange rate'],
    ['nobody-credited', '', 'Nobody owns it', '2 deliveries wait for an owner'],
    ['negative-span', '', 'It ended before it began', '2 deliveries wait for its dates'],
    ['failed-rule', 'talk_time', 'The rule “talk time” could not be applied', '2 deliveries wait'],
    ['something-new', '', 'Something new', '2 deliveries wait'],
  ])('of the kind %s (%s) is called %j', (kind, subject, title, consequence) => {
    expect(describePile({ kind, subject, items: 2 }, null)).toMatchObject({ title, consequence });
  });

  it('names its kind of record only when there is one', () => {
    expect(typeOfPile([item(), item()])).toBe('deal');
    expect(typeOfPile([item(), item({ record: null })])).toBeNull();
    expect(typeOfPile([])).toBeNull();
  });
});

describe('an unknown identity', () => {
  it.each([
    ['email:a@b.example', 'a@b.example', { email: 'a@b.example' }],
    ['source-3:77001', '77001', { source: 3, id: '77001' }],
    ['source-3:with:colon', 'with:colon', { source: 3, id: 'with:colon' }],
    ['something', 'something', null],
  ])('%s reads %s', (subject, text, identity) => {
    expect(identityText(subject)).toBe(text);
    expect(identityOf(subject)).toEqual(identity);
  });
});

describe('a parked item', () => {
  it('tells its reason where the pile does not', () => {
    const stage = 'Deal stage "st_77" is unknown: say in the source\'s settings what it is';
    expect(reasonOfItem(item({ kind: 'unmappable', detail: stage }))).toBe(stage);
    expect(
      reasonOfItem(item({ kind: 'failed-rule', detail: '{"measure":"x","reason":"no such key"}' })),
    ).toBe('no such key');
    expect(reasonOfItem(item())).toBeNull();
    expect(unknownStages([item(), item({ detail: stage }), item({ detail: stage })])).toEqual([
      'st_77',
    ]);
  });

  it('shows its body as it came, laid out where it is JSON', () => {
    expect(bodyText('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(bodyText('a=1')).toBe('a=1');
  });
});
