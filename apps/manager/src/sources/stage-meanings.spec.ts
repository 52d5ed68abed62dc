import { describe, expect, it } from 'vitest';
import { meaningsOf, troubleOf, withMeanings } from './stage-meanings.js';

describe('what deal stages mean', () => {
  it('is read from the settings, and nothing else is', () => {
    expect(meaningsOf({ stages: { st_1: 'won', st_2: 'perhaps' } })).toEqual([
      { stage: 'st_1', meaning: 'won' },
    ]);
    expect(meaningsOf({})).toEqual([]);
    expect(meaningsOf(null)).toEqual([]);
  });

  it('is written back beside all other settings', () => {
    const settings = { stages: { old: 'lost' }, conversationDispositions: ['x'] };
    expect(withMeanings(settings, [{ stage: 'st_1', meaning: 'won' }])).toEqual({
      stages: { st_1: 'won' },
      conversationDispositions: ['x'],
    });
  });

  it('must name each stage, once', () => {
    const meanings = [
      { stage: 'st_1', meaning: 'won' },
      { stage: ' ', meaning: 'open' },
      { stage: 'st_1', meaning: 'lost' },
      { stage: 'st_2', meaning: '' },
    ] as const;
    expect(meanings.map((_, index) => troubleOf(meanings, index) === null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
