import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oldEngine, type OldEngineRelease } from '../support/old-engine-files.js';
import { OldEnginePage } from '../support/old-engine-page.js';
import {
  dealWon,
  PEOPLE,
  pictureBoard,
  pictureStrip,
  withScore,
  type Person,
} from '../support/live-stage-world.js';
import { LiveStage } from '../support/live-stage.js';

const CHAU = 8;
const TOMAS = PEOPLE[1] as Person;
const FRESHNESS = `document.querySelector('[data-freshness]').dataset.freshness`;

describe.each<OldEngineRelease | 'current'>([69, 79, 87, 'current'])(
  'on Chromium %s',
  (release) => {
    let stage: LiveStage;
    let page: OldEnginePage | undefined;

    beforeEach(async () => {
      stage = await LiveStage.open();
      stage.setBoard(pictureBoard());
      stage.setBoard(pictureStrip());
    });
    afterEach(async () => {
      await page?.close();
      await stage.close();
    });

    it('a wall shows live rows, celebrates, loses its line and comes back, without an error', async ({
      skip,
    }) => {
      const engine = await engineOf(release).catch((reason: Error) => reason);
      if (engine instanceof Error) return skip(`not tried: ${engine.message}`);
      page = await OldEnginePage.open(engine, stage.address);

      await page.until(`document.querySelectorAll('.slat').length === 9`);
      await page.until(`${FRESHNESS} === 'live'`);
      stage.change(withScore(CHAU, 141_600));
      await page.until(`document.querySelector('.slat[data-id="${CHAU}"]').dataset.slot === '2'`);
      await page.until(`${scoreOf(CHAU)} === '€141,600'`);

      stage.celebrate(dealWon(TOMAS));
      await page.until(`document.querySelector('.takeover[data-scene="deal"]')`);
      await page.until(`document.querySelector('[data-part="amount"]').textContent === '€48,600'`);
      await page.until(`!document.querySelector('.takeover')`);

      await stage.goDown();
      await page.until(`${FRESHNESS} === 'offline'`);
      expect(await page.evaluate(`document.querySelectorAll('.slat').length`)).toBe(9);
      await stage.comeBack();
      await page.until(`${FRESHNESS} === 'live'`);
      stage.change(withScore(CHAU, 142_000));
      await page.until(`${scoreOf(CHAU)} === '€142,000'`);

      expect(page.complaints).toEqual([]);
      expect(stage.clientErrors).toEqual([]);
    });

    it('a wall without a key shows a code, and plays when it was typed', async ({ skip }) => {
      const engine = await engineOf(release).catch((reason: Error) => reason);
      if (engine instanceof Error) return skip(`not tried: ${engine.message}`);
      page = await OldEnginePage.open(engine, `${stage.origin}/tv/`);

      await page.until(`document.querySelectorAll('.cell').length === 8`);
      await page.until(`/^9:5/.test(document.querySelector('[data-part="left"]').textContent)`);
      stage.paired = true;
      await page.until(`document.querySelectorAll('.slat').length === 9`);
      expect(await page.evaluate(`location.hash`)).toBe('#key=stage-key');

      expect(page.complaints).toEqual([]);
      expect(stage.clientErrors).toEqual([]);
    });
  },
);

function engineOf(release: OldEngineRelease | 'current'): Promise<string> {
  if (release !== 'current') return oldEngine(release);
  return Promise.resolve(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium');
}

function scoreOf(personId: number): string {
  return `document.querySelector('.slat[data-id="${personId}"] [data-part="score"]').textContent`;
}
