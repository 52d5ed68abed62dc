import { randomInt, randomUUID } from 'node:crypto';
import type {
  BoardStore,
  BoardWindow,
  BuiltMember,
  NameOf,
  Newest,
  StoredMember,
  StoreState,
  WindowRequest,
} from '@bellwether/application';
import type { Board, EntrySeq, LiveBoard, Metric, OrganisationId } from '@bellwether/domain';
import { boardKeyOf, boardOrder, isByBound, parseBoardKey } from '@bellwether/domain';
import { BoardKeys } from './board-keys.js';
import type { RedisClient } from './open-redis.js';
import { memberIn, momentIn, placeOf } from './places.js';
import { RedisScript } from './redis-script.js';
import applyText from './scripts/apply.lua?raw';
import buildText from './scripts/build.lua?raw';
import readWindowText from './scripts/read-window.lua?raw';

const applyScript = new RedisScript<number>(applyText);
const buildScript = new RedisScript<number>(buildText);
const readWindowScript = new RedisScript<string[] | null>(readWindowText);

/** A board counts as wanted this long after somebody asked; asking again within it is not noted. */
const NOTED_MS = 60_000;

/** Boards in Redis: a sorted set for each, in the very order of the rules, and what else reading needs. */
export class RedisBoardStore implements BoardStore {
  readonly #noted = new Map<string, number>();

  constructor(
    private readonly redis: RedisClient,
    private readonly prefix: string,
  ) {}

  async state(organisationId: OrganisationId): Promise<StoreState> {
    const keys = this.#keys(organisationId);
    // The head first: a board that appears between the two changes the generation, and is noticed.
    const [head, live] = await Promise.all([
      this.redis.hmGet(keys.head, ['checkpoint', 'generation', 'epoch']),
      this.redis.hGetAll(keys.live),
    ]);
    const [checkpoint, generation, epoch] = head;
    return {
      checkpoint:
        checkpoint === null || checkpoint === undefined ? null : (Number(checkpoint) as EntrySeq),
      generation: Number(generation ?? 0),
      epoch: epoch ?? '',
      boards: Object.entries(live).flatMap(([key, built]) => liveBoard(key, built)),
    };
  }

  async begin(organisationId: OrganisationId, checkpoint: EntrySeq): Promise<void> {
    const { head } = this.#keys(organisationId);
    await this.redis
      .multi()
      .hSetNX(head, 'checkpoint', String(checkpoint))
      // Anywhere: a change that was worked out before the store was emptied must not fit it again.
      .hSetNX(head, 'generation', String(randomInt(2 ** 40)))
      .hSetNX(head, 'epoch', randomUUID())
      .exec();
  }

  async apply(
    organisationId: OrganisationId,
    { from, to, generation, boards, newest, nameOf }: Parameters<BoardStore['apply']>[1],
  ): Promise<'applied' | 'stale'> {
    const keys = this.#keys(organisationId);
    const scriptKeys = [keys.head, keys.live];
    const args = [from, to, generation, newestToText(newest), boards.length].map(String);
    for (const { live, metric, members } of boards) {
      scriptKeys.push(...keys.of(live.key));
      const { formula } = metric;
      args.push(live.key, formula.kind, ...orderingOf(metric), String(members.length));
      for (const one of members) {
        const { member, numerator, denominator, reachedAt, takesBack } = one;
        args.push(
          String(member),
          formula.kind === 'computed' ? String(one.score ?? '') : String(numerator),
          String(denominator),
          placeOf(reachedAt, nameOf(live.board, member), member),
          takesBack ? '1' : '0',
        );
      }
    }
    return (await applyScript.run(this.redis, scriptKeys, args)) === 1 ? 'applied' : 'stale';
  }

  async build(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    builtAt: EntrySeq,
    members: readonly BuiltMember[],
    nameOf: NameOf,
  ): Promise<'built' | 'behind'> {
    const key = boardKeyOf(board);
    const args = [key, String(builtAt), metric.formula.kind, '', String(metric.version)];
    const orderOf = boardOrder(metric);
    for (const { member, score, numerator, denominator, reachedAt } of members) {
      args.push(
        String(member),
        score === null ? '' : String(orderOf({ score, numerator, denominator })),
        String(numerator),
        String(denominator),
        placeOf(reachedAt, nameOf(board, member), member),
      );
    }
    const built = await buildScript.run(this.redis, this.#keysOf(organisationId, key), args);
    return built === 1 ? 'built' : 'behind';
  }

  async drop(organisationId: OrganisationId, boardKeys?: readonly string[]): Promise<void> {
    const keys = this.#keys(organisationId);
    const dropped = boardKeys ?? (await this.redis.hKeys(keys.live));
    const change = this.redis.multi().hIncrBy(keys.head, 'generation', 1);
    if (boardKeys === undefined) change.hSet(keys.head, 'epoch', randomUUID());
    for (const key of dropped) {
      change.del(keys.of(key)).hDel(keys.live, key).zRem(keys.wanted, key);
    }
    await change.exec();
  }

  /** Takes everything away, of all organisations, as if the store had been emptied. */
  async clear(): Promise<void> {
    for await (const keys of this.redis.scanIterator({ MATCH: `${this.prefix}:{*`, COUNT: 500 })) {
      if (keys.length > 0) await this.redis.unlink(keys);
    }
  }

  async read(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
    window: WindowRequest,
  ): Promise<BoardWindow | undefined> {
    const key = boardKeyOf(board);
    const [a, b] = window.kind === 'top' ? [window.from, window.to] : [window.member, window.span];
    const reply = await readWindowScript.run(this.redis, this.#keysOf(organisationId, key), [
      key,
      metric.formula.kind,
      String(metric.version),
      window.kind,
      String(a),
      String(b),
    ]);
    if (!reply) return undefined;
    await this.#note(organisationId, key);
    return windowFromReply(reply.map(String), metric);
  }

  async members(
    organisationId: OrganisationId,
    board: Board,
    metric: Metric,
  ): Promise<readonly StoredMember[] | undefined> {
    const everybody = { kind: 'top', from: 0, to: Number.MAX_SAFE_INTEGER } as const;
    return (await this.read(organisationId, board, metric, everybody))?.members;
  }

  /** Drops the boards that nobody has asked for since then. */
  async dropUnwanted(organisationId: OrganisationId, since: number): Promise<number> {
    const { live, wanted } = this.#keys(organisationId);
    const [kept, recent] = await Promise.all([
      this.redis.hKeys(live),
      this.redis.zRangeByScore(wanted, since, '+inf'),
    ]);
    const asked = new Set(recent);
    const unwanted = kept.filter((key) => !asked.has(key));
    if (unwanted.length > 0) await this.drop(organisationId, unwanted);
    return unwanted.length;
  }

  async #note(organisationId: OrganisationId, key: string): Promise<void> {
    const name = `${organisationId} ${key}`;
    const now = Date.now();
    if (now - (this.#noted.get(name) ?? 0) < NOTED_MS) return;
    if (this.#noted.size > 10_000) this.#noted.clear();
    this.#noted.set(name, now);
    await this.redis.zAdd(this.#keys(organisationId).wanted, { score: now, value: key });
  }

  #keys(organisationId: OrganisationId): BoardKeys {
    return new BoardKeys(this.prefix, organisationId);
  }

  #keysOf(organisationId: OrganisationId, boardKey: string): string[] {
    const keys = this.#keys(organisationId);
    return [keys.head, keys.live, ...keys.of(boardKey)];
  }
}

/** A key in the store that names no board any more is left alone: nobody can ask for it. */
function liveBoard(key: string, built: string): LiveBoard[] {
  const board = parseBoardKey(key);
  if (!board) return [];
  const [builtAt = 0, version = 0] = built.split(' ').map(Number);
  return [{ key, board, builtAt: builtAt as EntrySeq, version }];
}

/** Where more is better, the order holds the opposite of each score: the best come first. */
function signOf(direction: Metric['direction']): 1 | -1 {
  return direction === 'higher' ? -1 : 1;
}

/** By what a board's script orders: the sign, from which denominator on, and by the bound of which pieces. */
function orderingOf(metric: Metric): readonly string[] {
  const { formula, direction } = metric;
  const least = formula.kind === 'ratio' ? formula.least : undefined;
  const from = least ? least.ranked * least.each : -Number.MAX_SAFE_INTEGER;
  return [signOf(direction), from, isByBound(metric) ? (least?.each ?? 0) : 0].map(String);
}

function windowFromReply(reply: readonly string[], metric: Metric): BoardWindow {
  const [epoch = '', newest = '', ranked, unranked, from, ahead, better = ''] = reply;
  const scoreOf = (inOrder = ''): number => signOf(metric.direction) * Number(inOrder) + 0;
  const isRatio = metric.formula.kind === 'ratio';
  const members: StoredMember[] = [];
  for (let at = 7; at < reply.length; at += isRatio ? 4 : 2) {
    const place = reply[at] ?? '';
    const numerator = isRatio ? Number(reply[at + 2]) : 0;
    const denominator = isRatio ? Number(reply[at + 3]) : 0;
    members.push({
      member: memberIn(place),
      // Not every ratio stands in the order by its value.
      score: isRatio ? numerator / denominator : scoreOf(reply[at + 1]),
      reachedAt: momentIn(place),
      numerator,
      denominator,
    });
  }
  return {
    epoch,
    newest: newestFromText(newest),
    ranked: Number(ranked),
    unranked: Number(unranked),
    from: Number(from),
    ahead: Number(ahead),
    better: better === '' || isByBound(metric) ? null : scoreOf(better),
    members,
  };
}

function newestToText(newest: Newest | null): string {
  return newest ? `${newest.happenedAt} ${newest.arrivedAt} ${newest.scoredAt}` : '';
}

function newestFromText(text: string): Newest | null {
  if (text === '') return null;
  const [happenedAt = 0, arrivedAt = 0, scoredAt = 0] = text.split(' ').map(Number);
  return { happenedAt, arrivedAt, scoredAt };
}
