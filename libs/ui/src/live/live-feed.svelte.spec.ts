import { describe, expect, it, vi } from 'vitest';
import { celebration } from '../celebration/celebration.fixture.js';
import { FakeSocket } from './fake-socket.fixture.js';
import { LiveFeed } from './live-feed.svelte.js';
import { ServerClock } from './server-clock.js';

const NOW = 1_000_000;

describe('a live feed', () => {
  it('catches up with what was missed and shows nothing twice', () => {
    const { socket, feed } = open(['shown-before']);
    const celebrations = ['shown-before', 'missed'].map((id) =>
      celebration({ id, arrivedAt: NOW - 5_000 }),
    );
    socket.answer({ epoch: 'one', revision: 1, snapshot: { celebrations } });
    socket.hear('celebrate', celebration({ id: 'missed', arrivedAt: NOW - 5_000 }));
    socket.drop();
    socket.open();
    socket.answer({ epoch: 'one', revision: 1, snapshot: { celebrations } });
    expect(feed.takeTurn().map(({ id }) => id)).toEqual(['missed']);
    expect(feed.takeTurn()).toEqual([]);
  });

  it('passes on what was taken back, and drops it from the queue', () => {
    const { socket, feed, onTakenBack } = open();
    socket.hear('celebrate', celebration({ id: 'a' }));
    socket.hear('taken-back', { celebrationId: 'a' });
    expect(feed.takeTurn()).toEqual([]);
    expect(onTakenBack).toHaveBeenCalledWith('a');
  });
});

function open(known: readonly string[] = []) {
  const socket = new FakeSocket();
  const clock = new ServerClock(() => 0);
  clock.sample(0, 0, NOW);
  const onTakenBack = vi.fn<(id: string) => void>();
  const feed = new LiveFeed(socket.asSocket, clock, known, onTakenBack);
  socket.open();
  return { socket, feed, onTakenBack };
}
