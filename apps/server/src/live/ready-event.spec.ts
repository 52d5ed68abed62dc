import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LiveToClient, LiveToServer } from '@bellwether/contracts';
import fc from 'fast-check';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import { socketsIn } from './live-socket.js';
import { ReadyEvent } from './ready-event.js';

const http = createServer();
const server = new Server(http, { transports: ['websocket'], serveClient: false });
const namespace = server.of('/live') as unknown as LiveNamespace;

beforeAll(() => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());

interface Line {
  readonly ours: LiveSocket;
  readonly theirs: Socket<LiveToClient, LiveToServer>;
  readonly heard: string[];
}

/** A screen that hears which topics began anew: the shortest of all events. */
async function openLine(): Promise<Line> {
  const coming = new Promise<LiveSocket>((resolve) => namespace.once('connection', resolve));
  const { port } = http.address() as AddressInfo;
  const theirs: Line['theirs'] = io(`http://127.0.0.1:${port}/live`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  });
  onTestFinished(() => void theirs.disconnect());
  const heard: string[] = [];
  theirs.on('renewed', ({ topic }) => void heard.push(topic));
  return { ours: await coming, theirs, heard };
}

const renewed = (topic: string) => ({ topic, epoch: '' });
const ready = (topic: string) => new ReadyEvent(namespace, 'renewed', renewed(topic));

describe('an event that is made once', () => {
  it('arrives whole, however long it is', async () => {
    const { ours, heard } = await openLine();
    const around = [0, 126, 2 ** 16].flatMap((length) =>
      Array.from({ length: 120 }, (_, more) => Math.max(0, length - 100 + more)),
    );
    const sent = around.map((length) => 'é'.padEnd(length, 'x'));
    for (const topic of sent) ready(topic).sendTo(ours);
    await vi.waitFor(() => expect(heard).toEqual(sent));
  });

  it('keeps its place among all that Socket.IO sends', async () => {
    const { ours, heard } = await openLine();
    const ways = fc.array(fc.constantFrom('ready', 'emit', 'turn'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(ways, async (steps) => {
        heard.length = 0;
        const sent: string[] = [];
        for (const [index, step] of steps.entries()) {
          if (step === 'turn') await new Promise((resolve) => setImmediate(resolve));
          else {
            const topic = `${index} ${step}`;
            sent.push(topic);
            if (step === 'ready') ready(topic).sendTo(ours);
            else ours.emit('renewed', renewed(topic));
          }
        }
        await vi.waitFor(() => expect(heard).toEqual(sent), { interval: 1 });
      }),
      { numRuns: 50 },
    );
  });

  it('waits its turn when a screen is slow to read, and is left out where it need not arrive', async () => {
    const { ours, theirs, heard } = await openLine();
    const line = (
      theirs.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }
    ).ws;
    line.pause();
    const long = 'x'.repeat(100_000);
    const sent: string[] = [];
    while (ours.conn.request.socket.writableLength === 0) {
      sent.push(`${sent.length} ${long}`);
      ready(sent.at(-1) ?? '').sendTo(ours);
    }
    for (const topic of ['late', 'later', 'last']) {
      expect(ready('left out').sendIfFree(ours)).toBe(false);
      sent.push(topic);
      ready(topic).sendTo(ours);
    }
    line.resume();
    await vi.waitFor(() => expect(heard).toHaveLength(sent.length));
    expect(heard).toEqual(sent);
  });

  it('goes to nobody whose line is being closed', async () => {
    const { ours, theirs, heard } = await openLine();
    const gone = new Promise((resolve) => theirs.once('disconnect', resolve));
    ours.conn.close();
    ready('too late').sendTo(ours);
    expect(await gone).toBe('transport close');
    ready('much too late').sendTo(ours);
    expect(heard).toEqual([]);
  });

  it('goes to everybody in the room and nobody else', async () => {
    const lines = [await openLine(), await openLine(), await openLine()];
    await lines[0]?.ours.join('room');
    await lines[2]?.ours.join('room');
    for (const socket of socketsIn(namespace, 'room')) ready('hello').sendTo(socket);
    for (const { ours } of lines) ready('bye').sendTo(ours);
    await vi.waitFor(() => {
      expect(lines.map(({ heard }) => heard)).toEqual([
        ['hello', 'bye'],
        ['bye'],
        ['hello', 'bye'],
      ]);
    });
  });
});
