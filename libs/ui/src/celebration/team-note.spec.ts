import { expect, it } from 'vitest';
import { teamNote } from './team-note.js';

it('starts on C5 and gives twelve teams twelve notes', () => {
  expect(teamNote(1)).toBeCloseTo(523.25);
  const notes = Array.from({ length: 12 }, (_, index) => teamNote(index + 1).toFixed(2));
  expect(new Set(notes).size).toBe(12);
});
