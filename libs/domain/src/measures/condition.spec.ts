import { describe, expect, it } from 'vitest';
import type { Fields } from '../records/record-fields.js';
import { compileExpression, sightOf } from './condition.js';

describe('a condition', () => {
  it.each<[string, Fields, unknown]>([
    ['call.talkSeconds >= 120', { talkSeconds: 120 }, true],
    ['call.talkSeconds >= 120', { talkSeconds: 119 }, false],
    // Blank is not zero: what is not known is neither more nor less than anything.
    ['call.talkSeconds >= 120', {}, undefined],
    ['call.talkSeconds < 120', {}, undefined],
    ['call.talkSeconds < 120', { talkSeconds: null }, undefined],
    ['has(call.outcome)', { outcome: null }, false],
    ['"roi" in call.tags', { tags: ['roi', 'demo'] }, true],
    ['call.endedAt > timestamp("2026-01-01T00:00:00Z")', { endedAt: Date.UTC(2026, 5, 1) }, true],
    ['call.custom.satisfaction >= 4', { 'custom.satisfaction': 5 }, true],
    ['call.custom.satisfaction >= 4', {}, undefined],
  ])('%s of %j is %j', (cel, fields, outcome) => {
    expect(compileExpression(cel, 'call')(sightOf('call', fields))).toBe(outcome);
  });

  it('sees money as a number of whole units', () => {
    const deal = sightOf('deal', { amount: '1000.01' });
    expect(compileExpression('deal.amount > 1000.0', 'deal')(deal)).toBe(true);
  });

  it.each([
    ['call.talkSeconds >=', 'token: EOF'],
    ['call talk', "character: 'k'"],
    ['', 'token: EOF'],
  ])('is not %j', (cel, place) => {
    expect(() => compileExpression(cel, 'call')).toThrow(`Unexpected ${place}`);
  });

  it('fails on a field that no call can have', () => {
    expect(() => compileExpression('call.minuts > 2', 'call')(sightOf('call', {}))).toThrow(
      'minuts',
    );
  });
});
