import { describe, expect, it } from 'vitest';
import { findPeople, guessName, peopleOptions } from './people-options.js';
import { crewsOf } from './people.svelte.js';

const person = (id: number, name: string, team: number | null) => ({
  id,
  name,
  shortName: name,
  nickname: name === 'Ada' ? 'Countess' : null,
  jobTitle: null,
  active: true,
  photoUrl: null,
  team,
  mayChange: true,
});
const nordics = { id: 8, name: 'Nordics', ribbon: 2 };
const atlantic = { id: 9, name: 'Atlantic', ribbon: 1 };

describe('people', () => {
  it('stand by team, in the order of ribbons and names', () => {
    const crews = crewsOf(
      [person(1, 'Zoe', 8), person(2, 'Ada', 8), person(3, 'Bea', null), person(4, 'Cem', 77)],
      [nordics, atlantic],
    );
    expect(crews.map(({ team, people }) => [team?.name, people.map(({ name }) => name)])).toEqual([
      ['Atlantic', []],
      ['Nordics', ['Ada', 'Zoe']],
      [undefined, ['Bea', 'Cem']],
    ]);
  });

  it('are a list to search, with their teams', () => {
    const teamOf = new Map([[8, nordics]]);
    expect(peopleOptions([person(1, 'Zoe', 8), person(3, 'Bea', null)], teamOf)).toEqual([
      { value: '3', label: 'Bea', detail: 'no team' },
      { value: '1', label: 'Zoe', detail: 'Nordics' },
    ]);
  });

  it('are found by name and team, whatever the accents', () => {
    const teamOf = new Map([[8, nordics]]);
    const people = [person(1, 'Zoë', 8), person(2, 'Ada', 8), person(3, 'Zofia', null)];
    const found = (text: string) => findPeople(people, teamOf, text).map(({ name }) => name);
    expect(found('zo')).toEqual(['Zoë', 'Zofia']);
    expect(found('nord zoe')).toEqual(['Zoë']);
    expect(found('nordics')).toEqual(['Ada', 'Zoë']);
    expect(found('countess')).toEqual(['Ada']);
    expect(found('1')).toEqual([]);
  });

  it.each([
    ['t.figueiredo@lark.example', 'T. Figueiredo'],
    ['amara.okonkwo-lindqvist+crm@lark.example', 'Amara Okonkwo Lindqvist'],
    ['rep.2.77@lark.example', 'Rep'],
    ['77001', ''],
  ])('%s may be called %j', (identity, name) => expect(guessName(identity)).toBe(name));
});
