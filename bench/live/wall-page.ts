import type { BoardDelta, Painted } from '@bellwether/contracts';
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { SeenCounts } from './seen-counts.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PROGRAM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** A real wall in a real browser. */
export class WallPage {
  readonly seen = new SeenCounts();
  /** The newest revision that is on the glass. */
  paintedRevision = 0;
  /** Rows of frames that came and are not on the glass yet, by revision. */
  readonly #coming = new Map<number, BoardDelta['changes']['rows']>();

  private constructor(
    readonly browser: Browser,
    readonly page: Page,
    private readonly topic: string,
  ) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#received(String(payload)));
      socket.on('framesent', ({ payload }) => this.#sent(String(payload)));
    });
  }

  /** Undefined where there is no browser. Resolves when the board can be seen. */
  static async open(
    url: string,
    screenKey: string,
    boardId: string,
  ): Promise<WallPage | undefined> {
    if (!existsSync(PROGRAM)) return undefined;
    const browser = await chromium.launch({ executablePath: PROGRAM, args: FLAGS });
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const wall = new WallPage(browser, page, `board:${boardId}`);
    await page.goto(`${url}/tv/#key=${screenKey}`);
    await page.waitForSelector('[data-board]', { timeout: 60_000 });
    return wall;
  }

  stop(): Promise<void> {
    return this.browser.close();
  }

  #received(text: string): void {
    const delta = messageIn<BoardDelta>(text, 'delta');
    if (delta?.topic === this.topic) this.#coming.set(delta.revision, delta.changes.rows);
  }

  /** The wall tells what is on the glass, and when it got there; older revisions got there too. */
  #sent(text: string): void {
    const painted = messageIn<Painted>(text, 'painted');
    if (painted?.topic !== this.topic) return;
    this.paintedRevision = painted.revision;
    for (const [revision, rows] of this.#coming) {
      if (revision > painted.revision) continue;
      this.seen.rows(rows, painted.paintedAt);
      this.#coming.delete(revision);
    }
  }
}

function messageIn<Message>(text: string, name: string): Message | undefined {
  const start = `42/live,["${name}",`;
  if (!text.startsWith(start)) return undefined;
  return (JSON.parse(text.slice('42/live,'.length)) as [string, Message])[1];
}
