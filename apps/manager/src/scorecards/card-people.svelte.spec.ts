import type { ScorecardPeopleReply } from '@bellwether/contracts';
import type { Answer, ScorecardPeoplePage } from '@bellwether/ui';
import { describe, expect, it } from 'vitest';
import { CardPeople } from './card-people.svelte.js';

type Row = ScorecardPeopleReply['people'][number];

const NAMES = Array.from({ length: 450 }, (_, index) =>
  index === 431 ? 'María Échevarría' : `Person ${index}`,
);

/** A scorecard of 450 people, and what was asked of it. */
function open() {
  const asked: ScorecardPeoplePage[] = [];
  const scorecardPeople = (_: number, page: ScorecardPeoplePage) => {
    asked.push(page);
    const { offset = 0, limit = 100 } = page;
    const people = NAMES.slice(offset, offset + limit).map((name, index) => ({
      person: {
        id: offset + index,
        name,
        shortName: name,
        photoUrl: null,
        jobTitle: 'SDR',
        team: null,
      },
      worksToday: true,
      activityScore: null,
      objectiveScore: null,
      cells: [],
      streak: null,
    })) satisfies Row[];
    const group = { activityScore: null, objectiveScore: null };
    const body = { total: NAMES.length, people, group };
    return Promise.resolve<Answer<ScorecardPeopleReply>>({ kind: 'done', body, at: 0 });
  };
  return { asked, people: new CardPeople({ scorecardPeople }, 7) };
}
const names = ({ reply }: CardPeople) => reply?.people.map(({ person }) => person.name);

describe('the people of a scorecard', () => {
  it('are read page by page', async () => {
    const { people, asked } = open();
    await people.read();
    expect([names(people)?.length, people.reply?.total]).toEqual([20, 450]);
    people.turnTo(20);
    await expect.poll(() => names(people)?.[0]).toBe('Person 20');
    expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 20],
      [20, 20],
    ]);
  });

  it('are found among all, whatever the accents', async () => {
    const { people } = open();
    people.find = 'maria echevarria';
    await people.read();
    expect([names(people), people.reply?.total]).toEqual([['María Échevarría'], 1]);
  });

  it('fill pages of those who were found', async () => {
    const { people } = open();
    people.find = 'sdr person 4';
    await people.read();
    const total = people.reply?.total ?? 0;
    expect(total).toBeGreaterThan(60);
    expect(names(people)).toHaveLength(20);
    people.offset = 60;
    await people.read();
    expect(names(people)?.length).toBe(Math.min(20, total - 60));
  });

  it('are those that were asked for last', async () => {
    const { people } = open();
    people.find = 'person 1';
    const first = people.read();
    people.find = 'person 449';
    await Promise.all([first, people.read()]);
    expect(names(people)).toEqual(['Person 449']);
  });
});
