import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { until } from './engines-until.js';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--window-size=1920,1080',
];

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * A page of a browser that is too old for today's drivers, over the few commands of the debugging
 * protocol that have not changed since.
 */
export class OldEnginePage {
  readonly complaints: string[] = [];
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #lastId = 0;

  private constructor(
    private readonly browser: ChildProcess,
    private readonly profile: string,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as Reply));
  }

  static async open(executable: string, address: string): Promise<OldEnginePage> {
    const profile = await mkdtemp(join(tmpdir(), 'old-engine-'));
    const flags = [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'];
    const browser = spawn(executable, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    const origin = await debuggerOf(browser);
    const socket = new WebSocket(await firstPage(origin), { perMessageDeflate: false });
    await once(socket, 'open');
    const page = new OldEnginePage(browser, profile, socket);
    await page.send('Runtime.enable');
    await page.send('Page.enable');
    await page.send('Page.navigate', { url: address });
    return page;
  }

  /** What the page answers to an expression; its value must be JSON. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    })) as { result: { value: Value }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(`${exceptionDetails.text}: ${expression}`);
    return result.value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string, timeout = 40_000): Promise<void> {
    const state = () => this.evaluate<boolean>(`!!(${expression})`);
    await expect
      .poll(state, { timeout, interval: 50, message: `${expression} ${this.complaints.join()}` })
      .toBe(true);
  }

  async picture(): Promise<Buffer> {
    const { data } = (await this.send('Page.captureScreenshot')) as { data: string };
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    this.socket.terminate();
    const gone = once(this.browser, 'exit');
    this.browser.kill('SIGKILL');
    await gone;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      );
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  #hear(reply: Reply): void {
    if (reply.id !== undefined) {
      this.#waiting.get(reply.id)?.(reply);
      this.#waiting.delete(reply.id);
    } else if (reply.method === 'Runtime.exceptionThrown') {
      this.complaints.push(JSON.stringify(reply.params?.['exceptionDetails']));
    } else if (reply.method === 'Runtime.consoleAPICalled' && reply.params?.['type'] === 'error') {
      this.complaints.push(JSON.stringify(reply.params['args']));
    }
  }
}

/** Where the page of the browser is debugged. It listens before it has opened one. */
async function firstPage(origin: string): Promise<string> {
  let address: string | undefined;
  await until('the browser has opened a page', async () => {
    const pages = (await (await fetch(`${origin}/json/list`)).json()) as {
      type: string;
      webSocketDebuggerUrl: string;
    }[];
    address = pages.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    return address !== undefined;
  });
  return address ?? '';
}

/** Where a browser that was just started listens to a debugger. */
async function debuggerOf(browser: ChildProcess): Promise<string> {
  if (!browser.stderr) throw new Error('The browser says nothing');
  const said: string[] = [];
  for await (const line of createInterface(browser.stderr)) {
    const address = /^DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1];
    if (address) {
      browser.stderr.resume();
      return `http://${address}`;
    }
    said.push(line);
  }
  throw new Error(`The browser did not start: ${said.join(' | ')}`);
}
