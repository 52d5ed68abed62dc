import type { AuditChange } from '@bellwether/contracts';
import { describe, expect, it } from 'vitest';
import { agoText } from './ago-text.js';
import { changeDays } from './change-days.js';
import { DEEDS, deedText, describeChange, factsOf } from './describe-change.js';

const change = (deed: string, told: Partial<AuditChange> = {}): AuditChange => ({
  id: 1,
  at: '2026-11-19T14:32:00.000Z',
  by: { kind: 'key', id: null, name: 'Ada' },
  deed,
  subject: { kind: 'person', id: '7', name: 'Grace Hopper' },
  before: {},
  after: {},
  ...told,
});

const sentence = (told: AuditChange) => {
  const { did, what, how } = describeChange(told);
  return [told.by.name, did, what, how].filter(Boolean).join(' ');
};

describe('a change', () => {
  it.each([
    [
      'Ada moved Grace Hopper from North to South',
      change('person-moved', {
        before: { team: 'North' },
        after: { team: 'South', from: '2026-11-01' },
      }),
    ],
    [
      'Ada moved Grace Hopper from no team to South',
      change('person-moved', { before: { team: null }, after: { team: 'South' } }),
    ],
    [
      'Ada said that Grace Hopper goes by g.hopper@lark.example',
      change('identity-added', { after: { identity: 'email:g.hopper@lark.example' } }),
    ],
    [
      'Ada changed Grace Hopper (role, hired)',
      change('person-changed', { after: { jobTitle: 'AE', hiredOn: '2026-01-01' } }),
    ],
    [
      'Ada renamed the wall Hall to Lobby',
      change('screen-renamed', {
        subject: { kind: 'screen', id: '2', name: 'Hall' },
        before: { name: 'Hall' },
        after: { name: 'Lobby' },
      }),
    ],
    [
      'Ada ended the keys of Okta',
      change('keys-ended', { subject: { kind: 'key', id: null, name: 'Okta' } }),
    ],
    ['Ada made a key for Grace Hopper on a phone', change('key-made', { after: { role: 'rep' } })],
    [
      'Ada tried again what nobody was credited with t.f@lark.example (1 delivery)',
      change('parked-replayed', {
        subject: { kind: 'parked', id: null, name: 'unknown-person email:t.f@lark.example' },
        after: { items: 1 },
      }),
    ],
    ['Ada signed something in Grace Hopper', change('signed-something-in')],
  ])('reads: %s', (words, told) => expect(sentence(told)).toBe(words));

  it('has words for everything that can be done', () => {
    for (const deed of DEEDS) expect(sentence(change(deed))).not.toContain(deed);
  });

  it('is called by a few words in a list', () => {
    expect(deedText('screen-shut-out')).toBe('Wall shut out');
  });

  it('tells each fact before and after', () => {
    expect(
      factsOf(
        change('screen-changed', {
          before: { reducedMotion: false, slides: [{ board: 'a', strip: null, seconds: 5 }] },
          after: { reducedMotion: true, slides: [{ board: 'b', strip: null, seconds: 5 }] },
        }),
      ),
    ).toEqual([
      { name: 'calm motion', was: 'off', is: 'on' },
      { name: 'slides', was: 'board a · seconds 5', is: 'board b · seconds 5' },
    ]);
  });

  it('stands under the day that it was in the house', () => {
    const late = change('team-added', { at: '2026-11-19T23:30:00.000Z' });
    const days = changeDays([late, change('team-added')], 'Europe/Berlin');
    expect(days.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-19']);
  });

  it.each([
    [0, 'just now'],
    [125_000, '2 min ago'],
    [3 * 3_600_000, '3 h ago'],
    [7 * 3_600_000, null],
  ])('of %i ms ago was %j', (passed, words) => expect(agoText(0, passed)).toBe(words));
});
