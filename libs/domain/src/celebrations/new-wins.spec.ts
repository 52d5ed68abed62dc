import { describe, expect, it } from 'vitest';
import type { EntrySeq, MeasureId, PersonId, RecordId } from '../ids.js';
import type { Contribution } from '../measures/contributions.js';
import type { BusinessDate } from '../time/business-date.js';
import { bellFor } from './new-wins.js';

const won = 1 as MeasureId;
const deal = 7 as RecordId;
const now = Date.parse('2026-11-19T14:32:00Z');
const win = (date: string, personId = 1, quantity = 1_000): Contribution => ({
  measureId: won,
  personId: personId as PersonId,
  date: date as BusinessDate,
  at: now,
  quantity,
});
const booked = (contribution: Contribution) => ({ ...contribution, seq: 5 as EntrySeq });

describe('the bell', () => {
  it.each([
    ['rings for a win of today', [], [win('2026-11-19')], 'ring'],
    ['rings for a win of yesterday', [], [win('2026-11-18')], 'ring'],
    ['is silent for last year', [], [win('2025-11-19')], 'silence'],
    ['is silent for a date to come', [], [win('2026-11-20')], 'silence'],
    ['is silent when a deal changes hands', [win('2026-11-19')], [win('2026-11-19', 2)], 'silence'],
    ['is taken back when the deal is reopened', [win('2026-11-19')], [], 'take-back'],
    ['is silent for what never was a win', [], [], 'silence'],
  ])('%s', (_, before, after, kind) => {
    expect(bellFor(deal, won, before.map(booked), after, now, 'Europe/Dublin').kind).toBe(kind);
  });

  it('names who has the larger part of a shared deal', () => {
    const shared = [win('2026-11-19', 1, 400), win('2026-11-19', 2, 600)];
    expect(bellFor(deal, won, [], shared, now, 'Europe/Dublin')).toMatchObject({
      win: { personId: 2 },
    });
  });
});
