import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { loadConfig } from '../../apps/server/src/config/load-config.js';
import { startEngines } from '../../apps/server/src/engines/start-engines.js';
import { openLog } from '../../apps/server/src/logging/open-log.js';
import { CannotRun } from '../../apps/server/src/start/cannot-run.js';
import { runUntilStopped } from '../../apps/server/src/start/run-until-stopped.js';
import { threadOf } from '../../apps/server/src/scoring-thread/thread-of.js';
import { startServer } from '../../apps/server/src/start/start-server.js';
import { openCallCentre } from './call-centre.js';
import type { AnswerCheck } from './check.js';
import { compareAnswers } from './compare-answers.js';
import { openMaven } from './maven.js';
import { readCsv } from './read-csv.js';

type Open = (
  app: INestApplicationContext,
  url: string,
  folder: string,
) => Promise<readonly AnswerCheck[]>;

const SETS: Readonly<Record<string, Open>> = {
  maven_crm: openMaven,
  call_centre: openCallCentre,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Answers whether every file agrees. */
async function check(app: INestApplicationContext, url: string, folder: string): Promise<boolean> {
  let files = 0;
  let isEqual = true;
  for (const [set, open] of Object.entries(SETS)) {
    const own = join(folder, set);
    const checks = await open(app, url, own);
    for (const { file, keys, values, own: ownRows } of checks) {
      const answers = readCsv(join(own, 'answers', file));
      if (!answers) {
        say(`${set}/${file}: not there`);
        isEqual = false;
        continue;
      }
      files += 1;
      const { compared, equal, firstDifference } = compareAnswers(
        answers,
        keys,
        values,
        await ownRows(),
      );
      isEqual &&= compared === equal && compared > 0;
      const verdict =
        firstDifference === undefined ? 'equal' : `first difference: ${firstDifference}`;
      say(`${set}/${file}: ${compared} rows compared, ${equal} equal, ${verdict}`);
    }
  }
  return isEqual && files > 0;
}

const folder = resolve(process.argv[2] ?? '');
const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-check-'));
const log = openLog('warn');
await runUntilStopped(log, async (lifetime) => {
  lifetime.onStop('the data', () => rmSync(dataDir, { recursive: true, force: true }));
  if (process.argv[2] === undefined) {
    throw new CannotRun('Name the folder of the data: npm run check:data -- FOLDER');
  }
  const config = loadConfig({ BELLWETHER_DATA_DIR: dataDir, PORT: '0' });
  const engines = await startEngines(config, log, lifetime.fail);
  lifetime.onStop('the engines', engines.stop);
  const server = await startServer(config, engines, log, lifetime, {
    openThread: threadOf(import.meta.url),
  });
  if (await check(server, await server.getUrl(), folder)) lifetime.finish();
  else lifetime.fail(new CannotRun('Not everything agrees with the answers.'));
});
