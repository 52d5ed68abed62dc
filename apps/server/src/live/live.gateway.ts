import type { CelebrationNotice, Signal } from '@bellwether/application';
import type {
  CallReply,
  LiveError,
  LiveToClient,
  ScreenCall,
  ScreenView,
  WatchReply,
} from '@bellwether/contracts';
import { LIVE_NAMESPACE, Painted, WatchRequest } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { PostgresAccessKeys } from '@bellwether/persistence';
import { setImmediate as others } from 'node:timers/promises';
import { Inject } from '@nestjs/common';
import type { OnGatewayConnection, OnGatewayInit } from '@nestjs/websockets';
import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Log } from '../engines/log.js';
import type { Caller } from '../access/grants.js';
import { readsValues } from '../access/looker-of.js';
import { isSameOrigin } from '../access/same-origin.js';
import { SessionCallers } from '../accounts/session-callers.js';
import { LOG } from '../tokens.js';
import { callScreen } from './call-screen.js';
import { guardAgainstFloods } from './flood-guard.js';
import { dismissSockets } from './dismiss-sockets.js';
import { LiveBoards } from './live-boards.js';
import type { LiveNamespace, LiveSocket } from './live-socket.js';
import { organisationRoom, screenRoom, socketsIn, topicRoom } from './live-socket.js';
import type { SeenScreen } from './screen-presence.js';
import { PaintedLatency } from './painted-latency.js';
import type { OpenLine } from './recheck-sockets.js';
import { recheckSockets } from './recheck-sockets.js';
import { ReadyEvent } from './ready-event.js';
import { screensHere } from './screens-here.js';
import { takeVitals } from './take-vitals.js';
import { TopicSnapshots } from './topic-snapshots.js';

/** A socket may watch this many topics; a screen needs a dozen. */
const MOST_TOPICS = 60;
/** So many beats leave in one go: a frame must not wait until thousands of them have left. */
const BEATS_AT_ONCE = 100;

/** Where walls, desks and phones watch. One room for each topic of each organisation. */
@WebSocketGateway({ namespace: LIVE_NAMESPACE, transports: ['websocket'] })
export class LiveGateway implements OnGatewayInit<LiveNamespace>, OnGatewayConnection<LiveSocket> {
  @WebSocketServer()
  private readonly namespace!: LiveNamespace;
  #moments: Promise<void> = Promise.resolve();

  constructor(
    @Inject(PostgresAccessKeys) private readonly keys: PostgresAccessKeys,
    @Inject(SessionCallers) private readonly sessions: SessionCallers,
    @Inject(LiveBoards) private readonly boards: LiveBoards,
    @Inject(TopicSnapshots) private readonly snapshots: TopicSnapshots,
    @Inject(PaintedLatency) private readonly latency: PaintedLatency,
    @Inject(LOG) private readonly log: Log,
  ) {}

  afterInit(namespace: LiveNamespace): void {
    // Guards do not cover the connection itself: who has no key does not get in at all.
    namespace.use((socket, next) => void this.#admit(socket, next));
    this.boards.sendTo({
      send: (organisationId, shade, delta, arrivedAt) => {
        const room = topicRoom(organisationId, shade);
        this.#toAll(room, 'delta', delta);
        if (arrivedAt !== null) this.latency.sent(room, delta.revision, arrivedAt, Date.now());
      },
      renewed: (organisationId, shade, topic, epoch) =>
        this.#toAll(topicRoom(organisationId, shade), 'renewed', { topic, epoch }),
      isWatched: (organisationId, shade) =>
        namespace.adapter.rooms.has(topicRoom(organisationId, shade)),
    });
  }

  handleConnection(socket: LiveSocket): void {
    const { organisationId, grant } = socket.data.caller;
    guardAgainstFloods(socket);
    void socket.join(organisationRoom(organisationId));
    if (grant.role === 'screen') void socket.join(screenRoom(organisationId, grant.screenId));
    socket.on('watch', (request, reply) => void this.#watch(socket, request, reply));
    socket.on('unwatch', (request, reply) => void this.#unwatch(socket, request, reply));
    socket.on('painted', (message) => this.#painted(socket, message));
    socket.on('vitals', (message) => takeVitals(socket, message, Date.now()));
    socket.on('clock', (reply) => {
      if (typeof reply === 'function') reply({ now: Date.now() });
    });
  }

  /** Tells a screen what to play from now on, whichever node it is connected to. */
  tellScreen(organisationId: OrganisationId, view: ScreenView): void {
    const room = topicRoom(organisationId, `screen:${view.screenId}`);
    this.namespace.to(room).emit('screen', view);
  }

  /** Asks something of a screen, whichever node it is connected to. */
  callScreen(organisationId: OrganisationId, id: number, call: ScreenCall): Promise<CallReply> {
    return callScreen(this.namespace, screenRoom(organisationId, id), call);
  }

  /** Passes on what another process, or this one, has told. */
  hear(signal: Signal): void {
    const everybody = organisationRoom(signal.organisationId);
    switch (signal.kind) {
      case 'boards-changed':
        this.boards.changed(signal.organisationId, signal.boards, signal.arrivedAt);
        break;
      case 'boards-renewed':
        this.boards.renewed(signal.organisationId);
        break;
      case 'directory-changed':
        this.snapshots.forget(signal.organisationId);
        this.boards.renewed(signal.organisationId);
        void this.#lookAnew(signal.organisationId);
        break;
      case 'screen-shut-out':
        this.#shutOut(
          signal.organisationId,
          ({ grant }) => grant.role === 'screen' && grant.screenId === signal.screenId,
        );
        break;
      case 'person-shut-out':
        this.#shutOut(
          signal.organisationId,
          ({ grant, account }) =>
            (grant.role === 'rep' && grant.personId === signal.personId) ||
            account?.personId === signal.personId,
        );
        break;
      case 'account-changed':
        this.#hangUp(signal.organisationId, signal.userId);
        break;
      case 'celebrate':
        this.#inTurn(() => this.#celebrate(signal.organisationId, signal.celebration));
        break;
      case 'taken-back':
        this.#inTurn(() =>
          this.#toAll(everybody, 'taken-back', { celebrationId: signal.celebrationId }),
        );
        break;
    }
  }

  /** One after the other: what is taken back must not overtake what was shown. */
  #inTurn(work: () => Promise<void> | void): void {
    this.#moments = this.#moments.then(work).catch((error: unknown) => {
      this.log.warn('A celebration could not be shown', { reason: String(error) });
    });
  }

  async #celebrate(organisationId: OrganisationId, celebration: CelebrationNotice): Promise<void> {
    const discreet = await this.snapshots.discreet(organisationId, celebration);
    const [toManagers, toOthers] = [true, false].map((manages) => {
      const seen = discreet(manages);
      return seen && new ReadyEvent(this.namespace, 'celebrate', seen);
    });
    for (const socket of socketsIn(this.namespace, organisationRoom(organisationId))) {
      (readsValues(socket.data.caller.grant) ? toManagers : toOthers)?.sendTo(socket);
    }
  }

  /** Organisations with somebody connected to this node. */
  presentOrganisations(): ReadonlySet<OrganisationId> {
    const sockets = this.namespace.sockets.values();
    return new Set([...sockets].map((socket) => socket.data.caller.organisationId));
  }

  /** A few at a time; whose line is busy needs no sign that it is open. */
  async beat(organisationId: OrganisationId, asOf: number): Promise<void> {
    const sockets = [...socketsIn(this.namespace, organisationRoom(organisationId))];
    while (sockets.length > 0) {
      const beat = new ReadyEvent(this.namespace, 'beat', { now: Date.now(), asOf });
      for (const socket of sockets.splice(-BEATS_AT_ONCE)) beat.sendIfFree(socket);
      await others();
    }
  }

  /** Some of those whose key or session was not looked at for a while. */
  recheck(now: number): Promise<void> {
    return recheckSockets(this.#lines(), now);
  }

  *#lines(): Generator<OpenLine> {
    for (const socket of this.namespace.sockets.values()) {
      yield {
        data: socket.data,
        hangUp: () => socket.conn.close(),
        callerNow: () => this.#callerOf(socket),
      };
    }
  }

  /** How many are connected to this node. */
  sockets(): number {
    return this.namespace.sockets.size;
  }

  /** Sends everybody to other nodes, spread over some milliseconds. */
  dismiss(withinMs: number, hurry: AbortSignal): Promise<void> {
    return dismissSockets(this.namespace, withinMs, hurry);
  }

  /** How many of the organisation's sockets on this node are screens. */
  screens(organisationId: OrganisationId): number {
    const sockets = [...this.namespace.sockets.values()].map((socket) => socket.data.caller);
    return sockets.filter(
      (caller) => caller.organisationId === organisationId && caller.grant.role === 'screen',
    ).length;
  }

  /** The organisation's screens that are connected to this node, each once. */
  screensHere(organisationId: OrganisationId, now: number): readonly SeenScreen[] {
    return screensHere(socketsIn(this.namespace, organisationRoom(organisationId)), now);
  }

  async #admit(socket: LiveSocket, next: (refusal?: Error) => void): Promise<void> {
    try {
      const caller = await this.#callerOf(socket);
      if (!caller || ['source', 'provisioner'].includes(caller.grant.role))
        return next(new Error('unsigned'));
      socket.data.caller = caller;
      Object.assign(socket.data, { checkedAt: Date.now(), rooms: new Map() });
      next();
    } catch (error) {
      this.log.warn('A socket could not be let in', { reason: String(error) });
      next(new Error('unavailable'));
    }
  }

  async #callerOf({ handshake: { auth, headers } }: LiveSocket): Promise<Caller | undefined> {
    const { token } = auth as { readonly token?: unknown };
    if (typeof token === 'string') return this.keys.callerOf(token);
    // Any page can open a socket to us, and the browser sends the cookie along.
    return isSameOrigin(headers) ? this.sessions.callerOf(headers.cookie) : undefined;
  }

  /** Joins first and reads second: what changes in between arrives as a frame, never not at all. */
  async #watch(socket: LiveSocket, request: unknown, reply: unknown): Promise<void> {
    if (typeof reply !== 'function') return;
    const answer = reply as (answer: WatchReply) => void;
    const parsed = WatchRequest.safeParse(request);
    if (!parsed.success) return answer(refusal('malformed', 'Send { topic: "board:…" }'));
    const { topic } = parsed.data;
    const { caller, rooms } = socket.data;
    if (rooms.size >= MOST_TOPICS && !rooms.has(topic)) {
      return answer(refusal('forbidden', `More than ${MOST_TOPICS} topics at once; unwatch some`));
    }
    try {
      await this.#enter(socket, topic, await this.snapshots.shadeOf(caller, topic));
      const snapshot = await this.snapshots.read(caller, topic);
      if ('error' in snapshot) await this.#leave(socket, topic);
      answer(snapshot);
    } catch (error) {
      await this.#leave(socket, topic);
      this.log.warn('A topic could not be read', { topic, reason: String(error) });
      answer(refusal('unavailable', 'Try again in a few seconds'));
    }
  }

  async #unwatch(socket: LiveSocket, request: unknown, reply: unknown): Promise<void> {
    const answer = typeof reply === 'function' ? (reply as (answer: object) => void) : () => {};
    const parsed = WatchRequest.safeParse(request);
    if (!parsed.success) return answer(refusal('malformed', 'Send { topic: "board:…" }'));
    await this.#leave(socket, parsed.data.topic);
    answer({});
  }

  async #enter(socket: LiveSocket, topic: string, shade: string): Promise<void> {
    const { caller, rooms } = socket.data;
    const room = topicRoom(caller.organisationId, shade);
    const before = rooms.get(topic);
    if (before !== undefined && before !== room) await socket.leave(before);
    rooms.set(topic, room);
    await socket.join(room);
  }

  async #leave(socket: LiveSocket, topic: string): Promise<void> {
    const room = socket.data.rooms.get(topic);
    socket.data.rooms.delete(topic);
    if (room !== undefined) await socket.leave(room);
  }

  /**
   * Who plays where, or who may see what, has changed: whoever sees a board in another light from now
   * on hears nothing more of the old one, and asks anew.
   */
  async #lookAnew(organisationId: OrganisationId): Promise<void> {
    for (const socket of socketsIn(this.namespace, organisationRoom(organisationId))) {
      for (const [topic, room] of socket.data.rooms) {
        try {
          const shade = await this.snapshots.shadeOf(socket.data.caller, topic);
          if (topicRoom(organisationId, shade) === room) continue;
        } catch (error) {
          this.log.warn('Who sees a board could not be told', { reason: String(error) });
        }
        await this.#leave(socket, topic);
        socket.emit('renewed', { topic, epoch: '' });
      }
    }
  }

  /** The line is closed, not the door: the screen knocks again and is told that its key is no more. */
  #shutOut(organisationId: OrganisationId, isMeant: (caller: Caller) => boolean): void {
    this.keys.forget();
    this.sessions.forget();
    for (const { conn, data } of socketsIn(this.namespace, organisationRoom(organisationId))) {
      if (isMeant(data.caller)) conn.close();
    }
  }

  /** Who is still signed in comes back by themselves, as what they are now. */
  #hangUp(organisationId: OrganisationId, userId: string): void {
    this.sessions.forget();
    for (const { conn, data } of socketsIn(this.namespace, organisationRoom(organisationId))) {
      if (data.caller.account?.userId === userId) conn.close();
    }
  }

  #painted(socket: LiveSocket, message: unknown): void {
    const parsed = Painted.safeParse(message);
    if (!parsed.success) return;
    const { topic, revision, paintedAt } = parsed.data;
    const room = socket.data.rooms.get(topic);
    if (room !== undefined) this.latency.painted(room, revision, paintedAt);
  }

  /** Of this node's sockets: each node numbers its own frames, and hears every signal itself. */
  #toAll<Name extends keyof LiveToClient>(
    room: string,
    name: Name,
    ...payload: Parameters<LiveToClient[Name]>
  ): void {
    const event = new ReadyEvent(this.namespace, name, ...payload);
    for (const socket of socketsIn(this.namespace, room)) event.sendTo(socket);
  }
}

function refusal(code: LiveError['code'], detail: string): { readonly error: LiveError } {
  return { error: { code, detail } };
}
