import type { Figure, Line } from '../figure.js';
import type { LoadDuties } from '../load/load-duties.js';
import type { SocketDuties } from '../live/socket-duties.js';
import { WallPage } from '../live/wall-page.js';
import { percentile } from '../median.js';
import { OUR_OLDEST, allScored } from '../stage/backlog.js';
import { openFloor } from '../stage/open-floor.js';
import type { Stage } from '../stage/stage.js';
import { playOnly } from '../stage/wall-slides.js';

const BOARD = 'activity_points.month.reps';
const PER_SECOND = 500;
const SECONDS = 15;
const WARM_UP_SECONDS = 5;
const SCREENS = 49;
const ON_BOARD = Array.from({ length: 30 }, (_, person) => person);

/** From the sending of a webhook until screens show it. */
export const screens: Figure = {
  name: 'screens',

  async measure(stage: Stage): Promise<readonly Line[]> {
    const { place, founded, server, target } = await openFloor(stage, { people: 30, teams: 4 });
    const load = stage.process<LoadDuties>('load');
    const sockets = stage.process<SocketDuties>('sockets');
    await playOnly(server.url, founded.ownerKey, BOARD);
    const run = async (name: string, seconds: number) => {
      const asked = { target, run: name, perSecond: PER_SECOND, seconds, people: ON_BOARD };
      const sent = await load.ask('openLoop', asked);
      await allScored(place.databaseUrl, OUR_OLDEST);
      return sent;
    };
    await run('before', 1);
    const wall = await WallPage.open(server.url, founded.screenKey, BOARD);
    if (wall) stage.alsoStop(wall);
    const watching = { port: server.port, token: founded.screenKey, topic: `board:${BOARD}` };
    await sockets.ask('openScreens', { ...watching, count: SCREENS });
    await run('warm-up', WARM_UP_SECONDS);
    await settled();
    wall?.seen.begin();
    await sockets.ask('begin');
    const sent = await run('measured', SECONDS);
    await settled();
    const onScreens = [...(await sockets.ask('latencies', sent))];
    const { toScored, toShown } = await sockets.ask('ways');
    const onWall = wall?.seen.latencies(sent) ?? [];
    const expected = PER_SECOND * SECONDS;
    return [
      {
        what: '2 webhook to painted screen at 500/s, p99',
        ours: onWall.length === 0 ? null : percentile(onWall, 0.99),
        unit: 'ms',
        reference: null,
        limit: { of: 'value', is: 'at-most', must: 150, aim: 50 },
        note:
          onWall.length === 0
            ? 'there is no Chromium on this machine'
            : `a wall in Chromium beside ${SCREENS} light screens, from the sending of each webhook ` +
              `until the wall says that it is on the glass; p50 ${percentile(onWall, 0.5).toFixed(0)} ms, ` +
              `${onWall.length} of ${expected} webhooks seen`,
      },
      {
        what: '2 webhook to the other 49 screens at 500/s, p99',
        ours: percentile(onScreens, 0.99),
        unit: 'ms',
        reference: null,
        limit: { of: 'value', is: 'at-most', must: 150, aim: 50 },
        note:
          `until the frame is applied, nothing painted; p50 ${percentile(onScreens, 0.5).toFixed(0)} ms, ` +
          `${onScreens.length} of ${expected * SCREENS} seen; of the newest event in each frame, from its ` +
          `arrival until it was scored p50 ${toScored.p50.toFixed(0)}, p99 ${toScored.p99.toFixed(0)} ms, ` +
          `from there to the screen p50 ${toShown.p50.toFixed(0)}, p99 ${toShown.p99.toFixed(0)} ms`,
      },
    ];
  },
};

/** Until the last frame has been sent, received and painted. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1_000));
}
