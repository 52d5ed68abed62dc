import type { BoardSnapshot } from '@bellwether/contracts';
import { expect, it } from 'vitest';
import { leaderText } from './leader-text.js';

const heading = { title: 'Calls', period: { label: 'November' } };
const row = (rank: number, name: string, tied = false) => ({ rank, name, tied });
const board = (...rows: readonly unknown[]) =>
  ({ rows, heading, ranked: rows.length }) as unknown as BoardSnapshot;

it.each([
  [board(), 'Nobody wears the bell yet: Calls, November'],
  [board(row(1, 'Ada'), row(2, 'Bea')), 'Ada wears the bell: Calls, November'],
  [board(row(1, 'Ada', true), row(1, 'Bea', true)), 'Level at the top: Calls, November'],
  [board(row(1, 'Ada', true)), 'Level at the top: Calls, November'],
])('says who leads: %#', (snapshot, text) => {
  expect(leaderText(snapshot)).toBe(text);
});
