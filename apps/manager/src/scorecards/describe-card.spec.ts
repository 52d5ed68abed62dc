import { describe, expect, it } from 'vitest';
import { describeWhom } from './describe-whom.js';
import { proposalText } from './proposal-text.js';

const names = { team: (id: number) => `Team ${id}`, person: (id: number) => `Person ${id}` };

describe('whom a scorecard is for', () => {
  it.each([
    [{}, 'Nobody yet'],
    [{ teams: [1] }, 'Team 1'],
    [
      { teams: [1, 2], jobTitles: ['account executive'] },
      'Team 1, Team 2 and every account executive',
    ],
    [{ jobTitles: ['SDR'] }, 'Every SDR'],
    [{ people: [1, 2] }, 'Person 1 and Person 2'],
    [{ teams: [3], people: [1, 2, 3, 4] }, 'Team 3 and 4 people by name'],
  ])('%j', (whom, text) => {
    expect(describeWhom({ teams: [], jobTitles: [], people: [], ...whom }, names)).toBe(text);
  });
});

describe('what history proposes', () => {
  const unit = { kind: 'count', one: 'call', many: 'calls' } as const;
  const proposal = {
    metric: 'calls',
    period: 'day',
    target: 38_000,
    samples: 60,
    people: 7,
  } as const;

  it('is what one day in five reached', () => {
    expect(proposalText(proposal, unit, 'en-IE')).toBe('1 in 5 of your people’s days reached 38');
  });

  it.each([{ target: null }, { target: 0 }, { samples: 4 }])('is nothing with %j', (more) => {
    expect(proposalText({ ...proposal, ...more }, unit, 'en-IE')).toBeNull();
  });
});
