import type { LiveToClient, LiveToServer } from '@bellwether/contracts';
import type { Namespace, Socket } from 'socket.io';
import type { Caller } from '../access/grants.js';
import type { ToldVitals } from './take-vitals.js';

interface SocketData {
  caller: Caller;
  /** When what it was opened with was last looked at. */
  checkedAt: number;
  /** The room of each topic that it watches: of a board, of those who see it in the same light. */
  readonly rooms: Map<string, string>;
  /** Of a screen, as soon as it has told how it is. */
  told?: ToldVitals;
}

export type LiveSocket = Socket<LiveToServer, LiveToClient, Record<never, never>, SocketData>;
export type LiveNamespace = Namespace<LiveToServer, LiveToClient, Record<never, never>, SocketData>;

/** Everybody of an organisation. */
export function organisationRoom(organisationId: number): string {
  return `organisation:${organisationId}`;
}

/** Who watches a topic, or a board in the same light. Rooms begin with the organisation: nobody hears of another's. */
export function topicRoom(organisationId: number, topic: string): string {
  return `organisation:${organisationId}:${topic}`;
}

/** The screen itself, and no desk that watches what it plays. */
export function screenRoom(organisationId: number, screenId: number): string {
  return `organisation:${organisationId}:itself:${screenId}`;
}

/** Who of this node is in a room. */
export function* socketsIn(
  { adapter, sockets }: LiveNamespace,
  room: string,
): Generator<LiveSocket> {
  for (const id of adapter.rooms.get(room) ?? []) {
    const socket = sockets.get(id);
    if (socket) yield socket;
  }
}
