import { describe, expect, it } from 'vitest';
import { celebration } from '../celebration/celebration.fixture.js';
import { FakeSocket } from '../live/fake-socket.fixture.js';
import { RecentWins } from './recent-wins.svelte.js';

const win = (id: string, arrivedAt: number) => celebration({ id, arrivedAt });
const ids = ({ wins }: RecentWins) => wins.map(({ id }) => id);

function listening() {
  const socket = new FakeSocket();
  const recent = new RecentWins(socket.asSocket);
  socket.open();
  socket.answer({
    epoch: 'one',
    revision: 1,
    snapshot: { celebrations: [win('a', 1), win('b', 2)] },
  });
  return { socket, recent };
}

describe('the last wins', () => {
  it('come newest first, from the feed and as they are won', () => {
    const { socket, recent } = listening();
    expect(ids(recent)).toEqual(['b', 'a']);
    socket.hear('celebrate', win('c', 3));
    socket.hear('celebrate', win('c', 3));
    expect(ids(recent)).toEqual(['c', 'b', 'a']);
  });

  it('are gone when they are taken back', () => {
    const { socket, recent } = listening();
    socket.hear('taken-back', { celebrationId: 'b' });
    expect(ids(recent)).toEqual(['a']);
  });

  it('are heard no more once closed', () => {
    const { socket, recent } = listening();
    recent.close();
    socket.hear('celebrate', win('c', 3));
    expect(ids(recent)).toEqual(['b', 'a']);
  });
});
