import type { OrganisationReply } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { describeEffects, describeMove } from './describe-moves.js';
import { HouseDraft, wordsFor } from './house-draft.svelte.js';
import { rangeText } from './range-text.js';

type Named = OrganisationReply['week'];

const week: Named = {
  kind: 'week',
  key: '2026-11-16',
  label: 'This week',
  startsOn: '2026-11-16',
  endsOn: '2026-11-22',
};
const told: OrganisationReply = {
  name: 'Lark & Co',
  timeZone: 'Europe/Dublin',
  currency: 'EUR',
  locale: 'en-IE',
  calendar: { weekStartsOn: 1, startMonth: 1, pattern: 'months' },
  records: 12,
  today: '2026-11-22',
  week,
  year: { ...week, kind: 'year', key: '2026', label: '2026', quarters: [] },
  moved: [],
  countsAnew: 0,
  lostOn: [],
};

describe('the days of a period', () => {
  it.each([
    ['2026-11-16', '2026-11-22', '16–22 Nov'],
    ['2026-10-26', '2026-11-01', '26 Oct – 1 Nov'],
    ['2026-12-28', '2027-01-03', '28 Dec 2026 – 3 Jan 2027'],
  ])('%s to %s are %s', (startsOn, endsOn, text) => {
    const days = rangeText({ startsOn, endsOn }, '2026-11-22', 'en-IE');
    expect(days.replaceAll(/[\u2009\u202f]/g, ' ')).toBe(text);
  });

  it('of all time are none', () => {
    expect(rangeText({ startsOn: null, endsOn: null }, '2026-11-22', 'en-IE')).toBe('');
  });
});

describe('a draft of the settings', () => {
  it('asks for nothing while nothing differs', () => {
    const draft = new HouseDraft(told);
    draft.name = ' Lark & Co ';
    expect(draft.body).toBeNull();
  });

  it('asks for what differs, and a calendar as a whole', () => {
    const draft = new HouseDraft(told);
    draft.startMonth = '4';
    draft.timeZone = 'America/New_York';
    expect(draft.body).toEqual({
      timeZone: 'America/New_York',
      calendar: { weekStartsOn: 1, startMonth: 4, pattern: 'months' },
    });
    draft.reset();
    expect(draft.body).toBeNull();
  });

  it('wants a name', () => {
    const draft = new HouseDraft(told);
    draft.name = '  ';
    expect(draft.troubles.name).toMatch(/Write the name/);
  });

  it.each([
    ['currency', 'Choose a currency from the list'],
    ['calendar/startMonth', 'Choose again when weeks and years begin'],
    ['colour', null],
    ['toString', null],
  ])('says of %s: %s', (field, words) => expect(wordsFor(field)).toBe(words));
});

describe('what a change does', () => {
  it('is told period by period, a week by its days', () => {
    const after: Named = {
      ...week,
      key: '2026-11-22',
      startsOn: '2026-11-22',
      endsOn: '2026-11-28',
    };
    const words = describeMove({ before: week, after }, '2026-11-22', 'en-IE');
    expect(words).toEqual({ kind: 'This week', was: '16–22 Nov', is: '22–28 Nov' });
    const year = { ...told.year, startsOn: '2026-01-01', endsOn: '2026-12-31' };
    expect(describeMove({ before: year, after: year }, '2026-11-22', 'en-IE').was).toMatch(
      /^2026, 1 Jan/,
    );
  });

  it.each([
    [{}, false, []],
    [{ countsAnew: 1 }, true, [/: 1 record is counted anew/]],
    [{ countsAnew: 12_400 }, true, [/: 12,400 records are counted anew/]],
    [{ countsAnew: 0 }, true, [/^Days begin and end by the new zone\.$/]],
    [{ lostOn: ['Lobby'] }, false, [/^Lobby plays .* for it\.$/]],
    [{ lostOn: ['Lobby', 'Bar'] }, false, [/^Lobby and Bar play .* for them\.$/]],
    [{ moved: [{ before: week, after: week }] }, false, [/^Boards, scorecards and screens follow/]],
  ] as const)('%j is told in sentences', (change, zoneChanges, sentences) => {
    const effects = describeEffects({ ...told, ...change } as never, zoneChanges, 'en-IE');
    expect(effects).toHaveLength(sentences.length);
    sentences.forEach((sentence, index) => expect(effects[index]).toMatch(sentence));
  });
});
