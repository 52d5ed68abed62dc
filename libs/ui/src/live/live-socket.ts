import type { LIVE_NAMESPACE, LiveToClient, LiveToServer } from '@bellwether/contracts';
import { io, type Socket } from 'socket.io-client';

/** The one line between a screen and the server. */
export type LiveSocket = Socket<LiveToClient, LiveToServer>;

/** Spelled out here, since importing the value would bring the schemas into every bundle. */
const NAMESPACE: typeof LIVE_NAMESPACE = '/live';

/** Opens the line; without a key, the browser proves who signed in. After an outage all screens of a house come back at once, hence the long, uneven pauses. */
export function openLiveSocket(origin: string, key: string | null): LiveSocket {
  return io(origin + NAMESPACE, {
    transports: ['websocket'],
    auth: key === null ? {} : { token: key },
    autoConnect: false,
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.5,
    timeout: 10_000,
  });
}
