import { expect, it } from 'vitest';
import { boardRow } from './board-row.fixture.js';
import { RecentPlaces } from './recent-places.js';

const minutes = (count: number) => count * 60_000;

it('remembers a place for ten minutes and then lets it go', () => {
  const places = new RecentPlaces();
  places.see([boardRow({ id: 7, rank: 5 })], 0);
  places.see([boardRow({ id: 7, rank: 3 })], minutes(4));
  expect(places.placeBefore(7)).toBe(5);
  places.see([boardRow({ id: 7, rank: 3 })], minutes(13));
  expect(places.placeBefore(7)).toBe(5);
  places.see([boardRow({ id: 7, rank: 3 })], minutes(14));
  expect(places.placeBefore(7)).toBe(3);
});

it('forgets who left the board', () => {
  const places = new RecentPlaces();
  places.see([boardRow({ id: 7 })], 0);
  places.see([], 1);
  expect(places.placeBefore(7)).toBeNull();
});
