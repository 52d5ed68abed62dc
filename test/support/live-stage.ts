import type {
  BoardDelta,
  BoardRow,
  BoardSnapshot,
  Celebration,
  LiveToClient,
  LiveToServer,
  Painted,
  PairingStarted,
  ScreenView,
  Session,
  WatchReply,
} from '@bellwether/contracts';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from 'socket.io';
import { Links } from '../../apps/server/src/access/links.js';
import { contentPolicyOf } from '../../apps/server/src/http/content-policy.js';
import { presentPairing } from '../../apps/server/src/pairing/pairing.presenter.js';
import { screenView } from './live-stage-world.js';

const WALL = fileURLToPath(new URL('../../dist/tv', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
};
const KEY = 'stage-key';

interface Board {
  epoch: string;
  revision: number;
  snapshot: BoardSnapshot;
}

/**
 * A server in memory that speaks the live protocol to a wall, with a hand on everything: what boards hold,
 * when something is lost, when the server is away, what its clock says.
 */
export class LiveStage {
  readonly painted: Painted[] = [];
  readonly clientErrors: unknown[] = [];
  readonly watched: string[] = [];
  /** How far the stage's clock is from this machine's. */
  skew = 0;
  beating = true;
  /** How far the numbers lag behind the clock. */
  lag = 0;
  view: ScreenView = screenView();
  session: Session | null = {
    role: 'screen',
    organisation: {
      name: 'Harbour & Pine',
      timeZone: 'Europe/Dublin',
      currency: 'EUR',
      locale: 'en-IE',
    },
    screenId: 7,
    personId: null,
    teamIds: [],
    may: [],
    account: null,
  };
  /** The code that a wall without a key is given; null while the stage gives none. */
  code: string | null = 'HK7P-RM4X';
  /** For how long it is taken. */
  codeSeconds = 600;
  /** Somebody has typed it. */
  paired = false;
  /** What the feed still holds for who was away. */
  recent: Celebration[] = [];
  #boards = new Map<string, Board>();
  #epoch = 1;
  #http: HttpServer | null = null;
  #io: Server<LiveToServer, LiveToClient> | null = null;
  #sockets = new Set<NetSocket>();
  #beat: NodeJS.Timeout | undefined;
  #port = 0;
  #html = '';

  static async open(port = 0): Promise<LiveStage> {
    const stage = new LiveStage();
    const html = await readFile(join(WALL, 'index.html'), 'utf8');
    stage.#html = html;
    stage.#port = port;
    await stage.comeBack();
    return stage;
  }

  get address(): string {
    return `${this.origin}/tv/#key=${KEY}`;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  now(): number {
    return Date.now() + this.skew;
  }

  /** Puts a whole board on the stage; walls that watch it are told that it was renewed. */
  setBoard(snapshot: BoardSnapshot): void {
    const { boardId } = snapshot.heading;
    const revision = (this.#boards.get(boardId)?.revision ?? 0) + 1;
    const epoch = `epoch-${this.#epoch}-${revision}`;
    this.#boards.set(boardId, { epoch, revision, snapshot: this.#fresh(snapshot) });
    this.#io?.of('/live').emit('renewed', { topic: `board:${boardId}`, epoch });
  }

  board(boardId: string): BoardSnapshot {
    return this.#board(boardId).snapshot;
  }

  revision(boardId: string): number {
    return this.#board(boardId).revision;
  }

  /** Changes a board and sends the difference, as the server would. */
  change(next: BoardSnapshot): void {
    const delta = this.#advance(next);
    this.#io?.of('/live').to(delta.topic).emit('delta', delta);
  }

  /** Changes a board, but the walls never hear of it. */
  changeUnheard(next: BoardSnapshot): void {
    this.#advance(next);
  }

  setScreen(change: Partial<ScreenView>): void {
    this.view = { ...this.view, ...change };
    this.#io?.of('/live').emit('screen', this.view);
  }

  celebrate(...celebrations: readonly Celebration[]): void {
    for (const celebration of celebrations) {
      const told = { ...celebration, happenedAt: this.now() - 900, arrivedAt: this.now() };
      this.recent = [...this.recent, told].slice(-20);
      this.#io?.of('/live').to('feed').emit('celebrate', told);
    }
  }

  takeBack(celebrationId: string): void {
    this.recent = this.recent.filter(({ id }) => id !== celebrationId);
    this.#io?.of('/live').to('feed').emit('taken-back', { celebrationId });
  }

  /** How many walls are connected now. */
  get walls(): number {
    return this.#io?.of('/live').sockets.size ?? 0;
  }

  /** The server dies: every line breaks, and nobody answers. */
  async goDown(): Promise<void> {
    clearInterval(this.#beat);
    const http = this.#http;
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await this.#io?.close();
    if (http?.listening) {
      http.close();
      await once(http, 'close');
    }
    this.#io = null;
    this.#http = null;
  }

  /** The server lives again, at the same address, and its boards begin a new life. */
  async comeBack(): Promise<void> {
    this.#epoch += 1;
    for (const board of this.#boards.values()) {
      board.epoch = `epoch-${this.#epoch}`;
      board.revision = 1;
    }
    const http = createServer((request, response) => void this.#answer(request, response));
    http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    http.listen(this.#port, '127.0.0.1');
    await once(http, 'listening');
    this.#port = (http.address() as AddressInfo).port;
    this.#http = http;
    this.#io = this.#speak(http);
    this.#beat = setInterval(() => this.beat(), 1000);
  }

  beat(): void {
    if (!this.beating) return;
    const now = this.now();
    this.#io?.of('/live').emit('beat', { now, asOf: now - this.lag });
  }

  close(): Promise<void> {
    return this.goDown();
  }

  #speak(http: HttpServer): Server<LiveToServer, LiveToClient> {
    const io = new Server<LiveToServer, LiveToClient>(http, { transports: ['websocket'] });
    const live = io.of('/live');
    live.use((socket, next) => {
      const { token } = socket.handshake.auth as { token?: unknown };
      next(this.session && token === KEY ? undefined : new Error('refused'));
    });
    live.on('connection', (socket) => {
      socket.on('watch', ({ topic }, reply) => {
        this.watched.push(topic);
        void socket.join(topic);
        reply(this.#snapshotOf(topic));
      });
      socket.on('unwatch', ({ topic }, reply) => {
        void socket.leave(topic);
        reply({});
      });
      socket.on('painted', (message) => void this.painted.push(message));
      socket.on('clock', (reply) => reply({ now: this.now() }));
    });
    return io;
  }

  #snapshotOf(topic: string): WatchReply {
    if (topic === 'feed') {
      return { epoch: 'feed', revision: 1, snapshot: { celebrations: this.recent } };
    }
    if (topic.startsWith('screen:')) {
      return { epoch: 'screen', revision: 1, snapshot: this.view };
    }
    const board = this.#boards.get(topic.slice('board:'.length));
    if (board) return { ...board };
    return { error: { code: 'unknown-topic', detail: `There is no ${topic} here.` } };
  }

  #advance(next: BoardSnapshot): BoardDelta {
    const { boardId } = next.heading;
    const board = this.#board(boardId);
    const snapshot = this.#fresh(next);
    const before = new Map(board.snapshot.rows.map((row) => [row.id, JSON.stringify(row)]));
    const rows = snapshot.rows.filter(
      (row: BoardRow) => before.get(row.id) !== JSON.stringify(row),
    );
    const stay = new Set(snapshot.rows.map(({ id }) => id));
    const removed = [...before.keys()].filter((id) => !stay.has(id));
    board.revision += 1;
    board.snapshot = snapshot;
    return {
      topic: `board:${boardId}`,
      epoch: board.epoch,
      revision: board.revision,
      changes: { rows, removed, ...countsOf(snapshot) },
      freshness: snapshot.freshness,
    };
  }

  #fresh(snapshot: BoardSnapshot): BoardSnapshot {
    return { ...snapshot, freshness: { asOf: this.now() - this.lag, newest: null } };
  }

  #board(boardId: string): Board {
    const board = this.#boards.get(boardId);
    if (!board) throw new Error(`No board ${boardId} on the stage`);
    return board;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    if (pathname === '/api/v1/session') {
      const allowed = this.session && request.headers.authorization === `Bearer ${KEY}`;
      return sendJson(
        response,
        allowed ? 200 : 401,
        allowed ? this.session : { title: 'unauthorized' },
      );
    }
    if (pathname === '/api/v1/pairings') {
      return this.code === null
        ? sendJson(response, 429, { title: 'too fast' })
        : sendJson(response, 201, this.#pairing(this.code));
    }
    if (pathname === '/api/v1/pairings/poll') {
      const state = this.paired ? { state: 'paired', key: KEY } : { state: 'waiting' };
      return sendJson(response, 200, state);
    }
    // The key of this stage never grows old.
    if (pathname === '/api/v1/screens/own/key') return sendJson(response, 200, { key: null });
    if (pathname === '/api/v1/client-errors') {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      this.clientErrors.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
      response.writeHead(204).end();
      return;
    }
    await this.#serve(pathname, response);
  }

  #pairing(userCode: string): PairingStarted {
    const openedAt = this.now();
    const expiresAt = openedAt + this.codeSeconds * 1_000;
    const pairing = { deviceCode: `device of ${userCode}`, userCode, openedAt, expiresAt };
    return presentPairing(pairing, new Links('https://bell.harbourpine.example'));
  }

  async #serve(pathname: string, response: ServerResponse): Promise<void> {
    if (pathname === '/tv/' || pathname === '/tv/index.html') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentPolicyOf(this.#html, `127.0.0.1:${this.#port}`),
      });
      response.end(this.#html);
      return;
    }
    const path = normalize(join(WALL, pathname.replace(/^\/tv/, '')));
    try {
      if (!path.startsWith(WALL)) throw new Error('outside');
      const file = await readFile(path);
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      });
      response.end(file);
    } catch {
      response.writeHead(404).end();
    }
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function countsOf({ ranked, unranked, roster }: BoardSnapshot) {
  return { ranked, unranked, roster };
}
