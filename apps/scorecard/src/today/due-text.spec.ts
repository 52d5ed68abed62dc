import { describe, expect, it } from 'vitest';
import { dueText } from './due-text.js';

describe('dueText', () => {
  it.each([
    ['day', '2026-11-19', 'today'],
    ['week', '2026-11-22', 'by Sunday'],
    ['month', '2026-11-30', 'by the 30th'],
    ['quarter', '2026-12-31', 'by 31 December'],
  ] as const)('tells when a %s is over', (kind, endsOn, text) => {
    const period = { kind, key: '', label: '', startsOn: '', endsOn };
    expect(dueText(period, 'en-IE')).toBe(text);
  });
});
