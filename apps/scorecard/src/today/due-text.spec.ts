import { describe, expect, it } from 'vitest';
import { dueText } from './due-text.js';

describe('dueText', () => {
  it.each([
    ['day', '2026-11-19', '2026-11-19', 'today'],
    ['week', '2026-11-16', '2026-11-22', 'by Sunday'],
    ['week', '2026-11-15', '2026-11-21', 'by Saturday'],
    ['month', '2026-11-01', '2026-11-30', 'by the 30th'],
    // A month of whole weeks.
    ['month', '2026-11-01', '2026-11-28', 'by the 28th'],
    ['month', '2026-09-28', '2026-10-25', 'by 25 October'],
    ['quarter', '2026-10-01', '2026-12-31', 'by 31 December'],
  ] as const)('tells when a %s from %s to %s is over', (kind, startsOn, endsOn, text) => {
    const period = { kind, key: '', label: '', startsOn, endsOn };
    expect(dueText(period, 'en-IE')).toBe(text);
  });
});
