import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure, Line } from '../figure.js';
import { KeptConnection } from '../load/kept-connection.js';
import { SignedRequests } from '../load/signed-request.js';
import { WallPage } from '../live/wall-page.js';
import { median } from '../median.js';
import { openFloor } from '../stage/open-floor.js';
import { PROGRAMS } from '../stage/programs.js';
import type { Stage } from '../stage/stage.js';
import { playOnly } from '../stage/wall-slides.js';
import { changeCost, type ChangeCost } from './wall/task-times.js';

const BOARD = 'activity_points.month.reps';
const ROWS = 30;
const ROUNDS = 7;
const THROTTLE = 4;
const UNTIL_SETTLED_MS = 1_000;

/** What a wall asks of a television. */
export const wall: Figure = {
  name: 'wall',

  async measure(stage: Stage): Promise<readonly Line[]> {
    return [bundle(), await reorder(stage)];
  },
};

function bundle(): Line {
  const folder = join(PROGRAMS, '..', 'tv', 'assets');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const bytes = files
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return {
    what: '7 script of the wall for old engines, zipped',
    ours: bytes === 0 ? null : bytes / 1_000,
    unit: 'KB',
    reference: null,
    limit: { of: 'value', is: 'at-most', must: 90 },
    note: 'all scripts of the one build, which runs from Chromium 69 on',
  };
}

async function reorder(stage: Stage): Promise<Line> {
  const { founded, server, target } = await openFloor(stage, { people: ROWS, teams: 4 });
  await playOnly(server.url, founded.ownerKey, BOARD);
  const requests = new SignedRequests(target);
  const connection = await KeptConnection.open(server.port);
  const reverse = async (round: number): Promise<void> => {
    const status = await connection.send(requests.of(`reorder-${round}`, swap(round)));
    if (status !== 202) throw new Error(`A batch was answered with ${status}`);
  };
  await reverse(0);
  const page = await WallPage.open(server.url, founded.screenKey, BOARD);
  const line = {
    what: `7 main thread for a re-order of ${ROWS} rows at ${THROTTLE}x throttle`,
    unit: 'ms',
    reference: null,
    limit: { of: 'value', is: 'at-most', must: 16 },
  } as const;
  if (!page) return { ...line, ours: null, note: 'there is no Chromium on this machine' };
  stage.alsoStop(page);
  const devtools = await page.page.context().newCDPSession(page.page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  const costs: ChangeCost[] = [];
  for (let round = 1; costs.length < ROUNDS; round += 1) {
    const pageBefore = await boardPage(page);
    await page.browser.startTracing(page.page, { categories: ['toplevel', 'devtools.timeline'] });
    const before = page.paintedRevision;
    await reverse(round);
    while (page.paintedRevision === before) await page.page.waitForTimeout(20);
    await page.page.waitForTimeout(UNTIL_SETTLED_MS);
    const trace = await page.browser.stopTracing();
    if ((await boardPage(page)) === pageBefore) costs.push(changeCost(trace));
  }
  connection.close();
  const frames = costs.map(({ dearestFrame }) => dearestFrame);
  const totals = costs.map(({ total }) => total);
  return {
    ...line,
    ours: median(frames),
    note:
      `processor time of the dearest frame of a re-order that turns the order of all ${ROWS} rows round, of ` +
      `which the wall shows twelve; median of ${ROUNDS}, worst ${Math.max(...frames).toFixed(0)} ms; all that ` +
      `the main thread did until a second after the first frame was painted: ${median(totals).toFixed(0)} ms`,
  };
}

/** Which page of the board the wall shows: a turn of the page is no re-order, and a round with one does not count. */
function boardPage({ page }: WallPage): Promise<string | null> {
  return page.getAttribute('[data-board]', 'data-page');
}

/** One batch that turns the order of everybody round: who was last gets most. */
function swap(round: number): object[] {
  const now = new Date().toISOString();
  return Array.from({ length: ROWS }, (_, person) => {
    const place = round % 2 === 0 ? person : ROWS - 1 - person;
    return Array.from({ length: 1 + place * (round === 0 ? 1 : 2) }, (_mail, n) => ({
      type: 'email',
      externalId: `reorder-${round}-${person}-${n}`,
      owner: `p${person}@example.com`,
      sentAt: now,
    }));
  }).flat();
}
