import type { BoardRow, MetricsReply } from '@bellwether/contracts';
import { LiveBoard, type BellwetherApi, type LiveConnection } from '@bellwether/ui';
import { untrack } from 'svelte';
import type { Person, PhoneMemory } from '../life/phone-memory.js';
import { mainMetric, type Metric } from './main-metric.js';
import { OwnBoard, type Reading } from './own-board.svelte.js';
import type { Period } from './periods.js';

/** The main board shows who stands around; of the others a phone needs its own line. */
const MAIN: Reading = { first: true, span: 3, pauseMs: 2_000 };
const OTHER: Reading = { first: false, span: 1, pauseMs: 15_000 };

/** A metric and the person's standing in it. */
export interface Line {
  readonly metric: Metric;
  readonly board: OwnBoard;
}

/** Somebody's numbers of a period: the main metric, their team in it, and all other metrics. */
export class Numbers {
  period = $state<Period>('day');
  main = $state.raw<Line | null>(null);
  teams = $state.raw<LiveBoard | null>(null);
  others = $state.raw<readonly Line[]>([]);
  /** The person's own line, wherever one is to be had: it says their team and their face. */
  readonly ownRow = $derived.by<BoardRow | null>(() => {
    for (const { board } of this.lines) {
      if (board.standing?.row) return board.standing.row;
    }
    return null;
  });
  readonly lines = $derived(this.main ? [this.main, ...this.others] : this.others);
  readonly asOf = $derived.by(() => {
    const told = this.lines.map(({ board }) => board.live.watched?.snapshot.freshness.asOf ?? 0);
    const latest = Math.max(0, ...told, this.connection.beat?.asOf ?? 0);
    return latest === 0 ? null : latest;
  });
  readonly #stop: () => void;

  constructor(
    readonly personId: number,
    readonly metrics: MetricsReply['metrics'],
    readonly connection: LiveConnection,
    private readonly api: BellwetherApi,
    private readonly memory: PhoneMemory,
  ) {
    this.#stop = $effect.root(() => {
      $effect(() => {
        for (const { board } of this.lines) {
          void [board.live.watched, board.around];
          untrack(() => board.see(connection.clock.localNow));
        }
      });
    });
  }

  show(period: Period): void {
    this.keep();
    this.#leave();
    this.period = period;
    const { socket } = this.connection;
    // What is not for this person has no line; what was kept before it was told so, is.
    const metrics = this.metrics.filter(({ isForYou }) => isForYou !== false);
    const main = mainMetric(metrics, period);
    this.main = main && this.#line(main, MAIN);
    const teams = main && `${main.key}.${period}.teams`;
    this.teams = teams === null ? null : new LiveBoard(socket, teams, this.memory.board(teams));
    this.others = metrics
      .filter(({ key }) => key !== main?.key)
      .map((metric) => this.#line(metric, OTHER));
  }

  /** Keeps what a later start shows before the server answers. */
  keep(): void {
    for (const { board } of this.lines) {
      const kept = board.kept();
      if (kept) this.memory.keepBoard(board.boardId, kept);
    }
    if (this.teams?.watched) this.memory.keepBoard(this.teams.boardId, this.teams.watched);
    if (this.ownRow) this.memory.person = personOf(this.ownRow);
  }

  close(): void {
    this.#stop();
    this.#leave();
  }

  #line(metric: Metric, reading: Reading): Line {
    const id = `${metric.key}.${this.period}.reps`;
    const kept = this.memory.board(id);
    const { socket } = this.connection;
    return { metric, board: new OwnBoard(socket, this.api, id, this.personId, reading, kept) };
  }

  #leave(): void {
    for (const { board } of this.lines) board.close();
    this.teams?.close();
    this.main = this.teams = null;
    this.others = [];
  }
}

function personOf({ id, name, photoUrl, team }: BoardRow): Person {
  return { id, name, photoUrl, team };
}
