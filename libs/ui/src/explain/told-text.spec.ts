import { describe, expect, it } from 'vitest';
import { dateText, laterText } from './moment-text.js';
import { toldTexts } from './told-text.js';

const place = { timeZone: 'Europe/Dublin', locale: 'en-IE' };

describe('what the source said', () => {
  it('is told field by field', () => {
    const told = {
      status: 'won',
      closedOn: '2026-11-17',
      owner: 'email:ada@x.example',
      createdBy: 'source-3:77001',
      talkSeconds: 34,
      automated: false,
      lostReason: null,
      'custom.satisfaction': 5,
      tags: ['vip'],
    };
    expect(toldTexts(told, place, '2026-11-17')).toEqual([
      'status won',
      'closed on 2026-11-17',
      'owner ada@x.example',
      'created by 77001',
      'talk seconds 34',
      'automated no',
      'lost reason nothing',
      'satisfaction 5',
      'tags ["vip"]',
    ]);
  });

  it('names moments in the zone of the organisation', () => {
    const endedAt = Date.UTC(2026, 6, 1, 9, 30);
    expect(toldTexts({ endedAt }, place, '2026-07-01')).toEqual(['ended at 10:30:00']);
    expect(toldTexts({ endedAt }, place, '2026-07-02')).toEqual(['ended at 1 Jul, 10:30:00']);
  });
});

describe('moments', () => {
  it.each([
    [0, '0 s later'],
    [1_140, '1.1 s later'],
    [61_000, '1 min later'],
    [600_000, null],
    [-5, null],
  ])('%d ms is %j', (late, text) => expect(laterText(1_000, 1_000 + late, 'en-IE')).toBe(text));

  it('name days, with the year when it is another one', () => {
    // Whether a comma follows the weekday is up to the engine.
    expect(dateText('2026-11-19', '2026-11-21', 'en-IE')).toMatch(/^Thursday,? 19 November$/);
    expect(dateText('2025-11-19', '2026-11-21', 'en-IE')).toContain('2025');
  });
});
