import type { BoardSnapshot } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { describeCrowd, emptyText, nextStep } from './describe-standing-card.js';

const board = (change: Partial<BoardSnapshot>, heading: object = {}): BoardSnapshot => ({
  heading: {
    boardId: 'calls.month.reps',
    title: 'Calls',
    metric: 'calls',
    unit: { kind: 'count', one: 'call', many: 'calls' },
    direction: 'higher',
    period: {
      kind: 'month',
      key: '2026-11',
      before: '2026-10',
      after: '2026-12',
      label: 'November',
      startsOn: '2026-11-01',
      endsOn: '2026-11-30',
    },
    competitors: 'reps',
    team: null,
    timeZone: 'UTC',
    ...heading,
  },
  rows: [],
  unranked: 0,
  ranked: 38,
  roster: 40,
  freshness: { asOf: 0, newest: null },
  ...change,
});

describe('a board in words', () => {
  it('says when and how many', () => {
    expect(describeCrowd(board({}), 'en-IE')).toBe('November, 38 of 40 people');
    expect(describeCrowd(board({ ranked: 1_001, roster: 1_001 }), 'en-IE')).toBe(
      'November, 1,001 people',
    );
    expect(describeCrowd(board({ ranked: 1, roster: 1 }), 'en-IE')).toBe('November, 1 person');
    const team = { id: 3, name: 'Nordics', ribbon: 3 };
    expect(describeCrowd(board({ ranked: 7, roster: 7 }, { team }), 'en-IE')).toBe(
      'November, Nordics, 7 people',
    );
    expect(describeCrowd(board({ ranked: 6, roster: 6 }, { competitors: 'teams' }), 'en-IE')).toBe(
      'November, 6 teams',
    );
    const period = {
      ...board({}).heading.period,
      key: 'FY2027-Q4',
      label: 'Q4 FY27',
      endsOn: '2027-01-30',
    };
    expect(describeCrowd(board({}, { period }), 'en-IE')).toMatch(
      /^Q4 FY27 \(1 Nov 2026\s–\s30 Jan 2027\), 38 of 40 people$/,
    );
    const ripens = { on: '2026-12-31', label: '31 December' };
    expect(describeCrowd(board({}, { ripens }), 'en-IE')).toBe(
      'November, 38 of 40 people, ripe on 31 December',
    );
  });

  it('says what an empty one waits for', () => {
    expect(emptyText(board({ ranked: 0, roster: 0 })).title).toBe('Nobody competes yet');
    expect(emptyText(board({ ranked: 0 }))).toEqual({
      title: 'Nothing counts here yet',
      line: 'The hills are empty, the bell hangs free',
    });
  });

  it.each([
    [{ people: 0, parked: 2, deliveries: 2 }, 'See what waits for a name'],
    [{ people: 0, parked: 0, deliveries: 0 }, 'Say who competes'],
    [{ people: 9, parked: 0, deliveries: 0 }, 'See where events may come from'],
    [{ people: 9, parked: 0, deliveries: 5 }, undefined],
  ])('with %j asks to: %s', (floor, label) => expect(nextStep(floor)?.label).toBe(label));
});
