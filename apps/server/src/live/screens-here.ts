import { engineOf } from '../http/engine-of.js';
import type { LiveSocket } from './live-socket.js';
import type { SeenScreen } from './screen-presence.js';

/** A page that has told how it is, and then for so long has not, stands still: its line alone is no life. */
const STANDS_STILL_AFTER_MS = 30_000;

/** The screens among some sockets, each once. */
export function screensHere(sockets: Iterable<LiveSocket>, now: number): readonly SeenScreen[] {
  const seen = new Map<number, SeenScreen>();
  for (const socket of sockets) {
    const { grant } = socket.data.caller;
    if (grant.role !== 'screen') continue;
    const { screenId } = grant;
    const known = seen.get(screenId);
    const screen = seenNow(socket, screenId, now);
    // Of two lines to one screen the older says since when it has been watched, the newer how it is.
    seen.set(screenId, known ? bothOf(known, screen) : screen);
  }
  return [...seen.values()];
}

function seenNow({ data, handshake }: LiveSocket, screenId: number, now: number): SeenScreen {
  const { told } = data;
  const isStill = told !== undefined && now - told.toldAt > STANDS_STILL_AFTER_MS;
  return {
    screenId,
    seenAt: isStill ? told.toldAt : now,
    since: Math.min(now, handshake.issued),
    engine: engineOf(handshake.headers['user-agent'] ?? ''),
    told: told ?? null,
  };
}

function bothOf(one: SeenScreen, other: SeenScreen): SeenScreen {
  const newer = (other.told?.toldAt ?? 0) > (one.told?.toldAt ?? 0) ? other : one;
  return {
    ...newer,
    seenAt: Math.max(one.seenAt, other.seenAt),
    since: Math.min(one.since, other.since),
  };
}
