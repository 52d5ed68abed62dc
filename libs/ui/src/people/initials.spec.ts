import { describe, expect, it } from 'vitest';
import { initials } from './initials.js';

describe('initials', () => {
  it.each([
    ['Amara Okonkwo-Lindqvist', 'AL'],
    ['Park Hye-jin', 'PJ'],
    ['María Valentina Echeverría de Montenegro', 'MM'],
    ['Aroha Te Rangi', 'AR'],
    ['Nguyễn Thị Minh Châu', 'NC'],
    ['Björn Þórarinsson', 'BÞ'],
    ['van der Berg', 'B'],
    ['Cosima', 'C'],
    ['Ελένη Παππά', 'ΕΠ'],
    ['Олена Шевчук', 'ОШ'],
    ['山田太郎', '山'],
    ['ليلى حداد', 'ل\u200cح'],
    ['🦊 Rosa Lund', 'RL'],
    ['🦊', '🦊'],
    ['De', 'D'],
    ['  ', ''],
  ])('%s wears %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
