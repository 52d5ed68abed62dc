import type { BoardRow, MetricPrivacy } from '@bellwether/contracts';
import { watchedBoard } from '@bellwether/ui/live/board-snapshot.fixture.js';
import { expect, it } from 'vitest';
import { asWallShows } from './as-wall-shows.js';

const row = (rank: number, score: number): BoardRow => ({
  id: rank,
  name: `Person ${rank}`,
  shortName: `P${rank}`,
  photoUrl: null,
  team: null,
  rank,
  tied: false,
  score,
  parts: null,
  reachedAt: rank,
  gap: rank === 1 ? null : 500,
  rankAtDayStart: null,
});
const board = watchedBoard([row(1, 3_000), row(2, 2_000), row(3, 1_000)]).snapshot;
const open: MetricPrivacy = { audience: 'everyone', shows: 'value', places: null };

it.each<[string, Partial<MetricPrivacy>, string, number[]]>([
  ['everything of what is open', {}, 'points', [3_000, 2_000, 1_000]],
  ['the listed places', { places: 2 }, 'points', [3_000, 2_000]],
  ['shares in whole percent', { shows: 'progress' }, 'share', [1, 0.67, 0.33]],
  ['names and no scores', { shows: 'rank', places: 1 }, 'place', [0]],
])('a wall shows %s', (_, privacy, unit, scores) => {
  const shown = asWallShows(board, { ...open, ...privacy });
  expect(shown?.heading.unit.kind).toBe(unit);
  expect(shown?.rows.map(({ score }) => score)).toEqual(scores);
});

it('a wall shows nothing of what is not for everyone', () => {
  expect(asWallShows(board, { ...open, audience: 'team' })).toBeNull();
});
