import type { Founded } from '@bellwether/application';
import type { Target } from '../load/signed-request.js';
import type { FloorSize } from './found-floor.js';
import { foundFloor } from './found-floor.js';
import { keepBoards } from './kept-boards.js';
import type { ServerProcess } from './server-process.js';
import type { Place, Stage } from './stage.js';

/** An organisation with a running server, and where to send. */
export interface OpenFloor {
  readonly place: Place;
  readonly founded: Founded;
  readonly server: ServerProcess;
  readonly target: Target;
}

/**
 * Founds an organisation of this size and starts a server for it, with the boards of its first
 * wall kept. `fill` may put something into the database first.
 */
export async function openFloor(
  stage: Stage,
  size: FloorSize,
  fill: (place: Place) => Promise<void> = () => Promise.resolve(),
): Promise<OpenFloor> {
  const place = await stage.place();
  const founded = await foundFloor(place.databaseUrl, size);
  await fill(place);
  const server = await stage.server(place);
  await keepBoards(server.url, founded.ownerKey);
  const path = `/api/v1/events?source=${founded.source.address}`;
  const target = { port: server.port, path, secret: founded.source.webhookSecret };
  return { place, founded, server, target };
}

/** What a floor's server answers to its owner. */
export async function askFloor<T>(
  { server, founded }: OpenFloor,
  method: string,
  path: string,
): Promise<T> {
  const headers = { authorization: `Bearer ${founded.ownerKey}` };
  const reply = await fetch(server.url + path, { method, headers });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status}`);
  const text = await reply.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}
