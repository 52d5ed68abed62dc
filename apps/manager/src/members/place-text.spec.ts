import { expect, it } from 'vitest';
import { placeText } from './place-text.js';

const known = {
  people: [{ id: 7, name: 'Ada Lark' }],
  teams: ['North', 'South', 'East', 'West'].map((name, index) => ({ id: index + 1, name })),
};

it.each([
  ['Owner', { role: 'owner', person: null, teams: [] }],
  ['Rep, as Ada Lark', { role: 'rep', person: 7, teams: [] }],
  ['Manager of North', { role: 'manager', person: null, teams: [1] }],
  ['Manager of North and South', { role: 'manager', person: null, teams: [1, 2] }],
  [
    'Manager of North, South and East, as Ada Lark',
    { role: 'manager', person: 7, teams: [1, 2, 3] },
  ],
  ['Manager of 4 teams', { role: 'manager', person: null, teams: [1, 2, 3, 4] }],
  ['Manager', { role: 'manager', person: null, teams: [99] }],
] as const)('%s', (text, position) => expect(placeText(position, known)).toBe(text));
