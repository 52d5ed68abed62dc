import { Writable } from 'node:stream';
import pg from 'pg';
import { openLog } from '../../../apps/server/src/logging/open-log.js';
import type { FullOrganisation } from '../contracts/organisation-with-everything.js';
import { organisationWithEverything } from '../contracts/organisation-with-everything.js';
import { digestOf, idsOf, numberFarAway } from '../contracts/rows-of.js';
import { createTestDatabase, createTestRedis } from '../database.js';
import type { TestServer } from '../test-server.js';
import { startTestServer } from '../test-server.js';

export interface WatchedServer {
  readonly server: TestServer;
  /** Whose keys are used. */
  readonly ours: FullOrganisation;
  /** Of whom nothing may be told, and nothing changed. */
  readonly theirs: FullOrganisation;
  /** A row of ours of each kind. */
  readonly ourIds: readonly number[];
  readonly theirIds: readonly number[];
  /** Failures that the log told of since the last question. */
  failures(): readonly string[];
  digestOfTheirs(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** A server with two organisations, each with everything, whose log is read for failures. */
export async function startWatchedServer(): Promise<WatchedServer> {
  const place = await createTestDatabase();
  const { url: redisUrl } = await createTestRedis();
  const failures: string[] = [];
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      if (line.includes('"level":"error"')) failures.push(line.toString());
      done();
    },
  });
  const log = openLog('error', sink);
  const server = await startTestServer({ databaseUrl: place.url, redisUrl, log });
  const admin = new pg.Client(place.url);
  await admin.connect();
  const theirs = await organisationWithEverything(server, 'Zyzzyva');
  await numberFarAway(admin);
  const ours = await organisationWithEverything(server, 'plainword');
  const [whose, others] = [ours, theirs].map(({ floor }) => floor.founded.organisationId);
  return {
    server,
    ours,
    theirs,
    ourIds: await idsOf(admin, whose ?? 0, 1),
    theirIds: await idsOf(admin, others ?? 0),
    failures: () => failures.splice(0),
    digestOfTheirs: () => digestOf(admin, others ?? 0),
    close: async () => {
      await admin.end();
      await server.close();
      await place.drop();
    },
  };
}
