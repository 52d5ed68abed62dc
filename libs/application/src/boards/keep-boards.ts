import type {
  Board,
  BoardChange,
  EntrySeq,
  Metric,
  Move,
  OrganisationId,
  Period,
  PersonId,
  TeamId,
} from '@bellwether/domain';
import { boardChanges, isAddedUp, storedKeyOf } from '@bellwether/domain';
import type { BoardStore, BuiltMember, NameOf, Newest, StoreState } from '../ports/board-store.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { Ledger } from '../ports/ledger.js';
import type { OnlyFor, Total, Totals } from '../ports/totals.js';
import { membersOfBoard } from './members-of-board.js';
import { nameOnBoard } from './name-on-board.js';
import type { WindowTotal } from './window-totals.js';
import { windowTotals } from './window-totals.js';

/** How many entries are projected at once when catching up. */
const STRETCH = 2_000;
/** How often a step is tried again when others moved the store meanwhile. */
const ATTEMPTS = 20;

export interface MetricBoard {
  readonly board: Board;
  readonly metric: Metric;
}

/** What projecting did to the boards. */
export interface Projected {
  /** Keys of the boards that changed. */
  readonly changed: readonly string[];
  /** The store had been emptied: every board that was there is gone. */
  readonly emptied: boolean;
}

/** Entries that the boards do not show yet. */
export interface Stretch {
  readonly from: EntrySeq;
  readonly to: EntrySeq;
  readonly moves: readonly Move[];
  /** Boards must know at least this version of the teams. */
  readonly directoryVersion: number;
  readonly newest: Newest | null;
}

/**
 * Keeps the boards equal to the ledger. The store may be emptied, or somebody else may project the
 * same entries: each entry gets into each board once.
 */
export class KeepBoards {
  constructor(
    private readonly store: BoardStore,
    private readonly ledger: Ledger,
    private readonly totals: Totals,
    private readonly directories: Directories,
  ) {}

  /** Brings the boards up to a stretch that was just scored. */
  async project(organisationId: OrganisationId, stretch: Stretch): Promise<Projected> {
    const directory = await this.directories.read(organisationId, stretch.directoryVersion);
    const state = await this.store.state(organisationId);
    if (state.checkpoint === stretch.from) {
      const changed = await this.#apply(organisationId, directory, state, stretch);
      if (changed) return { changed, emptied: false };
    }
    return this.catchUp(organisationId, stretch.newest);
  }

  /** Projects whatever the ledger holds and the boards do not. */
  async catchUp(organisationId: OrganisationId, newest: Newest | null = null): Promise<Projected> {
    const changed = new Set<string>();
    let emptied = false;
    for (let attempt = 0; attempt < ATTEMPTS;) {
      const state = await this.store.state(organisationId);
      if (state.checkpoint === null) {
        await this.store.begin(organisationId, await this.ledger.head(organisationId));
        emptied = true;
        continue;
      }
      const from = state.checkpoint;
      if (state.boards.length === 0) {
        // Nothing to move: however far behind, one step is enough. A board that comes meanwhile is noticed.
        if (await this.#skipToHead(organisationId, state, from))
          return { changed: [...changed], emptied };
        attempt += 1;
        continue;
      }
      const { moves, upTo } = await this.ledger.movesAfter(organisationId, from, STRETCH);
      if (upTo === from) return { changed: [...changed], emptied };
      const directory = await this.directories.fresh(organisationId);
      const { version: directoryVersion } = directory;
      const stretch = { from, to: upTo, moves, directoryVersion, newest };
      const applied = await this.#apply(organisationId, directory, state, stretch);
      for (const key of applied ?? []) changed.add(key);
      // Somebody else was faster: that is progress too, but not without end.
      attempt = applied ? 0 : attempt + 1;
    }
    throw new Error(`The boards of organisation ${organisationId} do not hold still`);
  }

  /** Makes sure that a board is kept. */
  async keep(organisationId: OrganisationId, board: Board, metric: Metric): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { asOf, totals } = await this.#totalsOf(organisationId, [{ board, metric }]);
      const members = membersOfBoard(board, metric, totals);
      const names = await this.#namesOf(organisationId, totals);
      const built = await this.store.build(organisationId, board, metric, asOf, members, names);
      if (built === 'built') return;
      await this.store.begin(organisationId, asOf);
    }
    throw new Error(`The board ${board.metric} of organisation ${organisationId} cannot be built`);
  }

  /** Makes sure that many boards are kept; those of one period are added up together. */
  async keepAll(
    organisationId: OrganisationId,
    boards: readonly MetricBoard[],
    onProgress: (built: number) => void = () => {},
  ): Promise<void> {
    let built = 0;
    for (const group of byPeriod(boards)) {
      const { asOf, totals } = await this.#totalsOf(organisationId, group);
      const names = await this.#namesOf(organisationId, totals);
      for (const { board, metric } of group) {
        const members = membersOfBoard(board, metric, totals);
        const outcome = await this.store.build(organisationId, board, metric, asOf, members, names);
        if (outcome === 'behind') await this.keep(organisationId, board, metric);
        onProgress((built += 1));
      }
    }
  }

  /** What boards of the same days are made of. */
  #totalsOf(
    organisationId: OrganisationId,
    group: readonly [MetricBoard, ...MetricBoard[]],
    only?: OnlyFor,
  ): ReturnType<typeof windowTotals> {
    const metrics = new Set(group.map(({ metric }) => metric));
    return windowTotals([...metrics], group[0].board, (measureIds, range) =>
      this.totals.read(organisationId, measureIds, range, only),
    );
  }

  /** Names of all who have a total, also of those who came since the directory was last read. */
  async #namesOf(organisationId: OrganisationId, totals: readonly Total[]): Promise<NameOf> {
    const known = await this.directories.read(organisationId);
    const isComplete = totals.every(
      ({ personId, teamId }) =>
        known.people.has(personId) && (teamId === null || known.teams.has(teamId)),
    );
    return namesIn(isComplete ? known : await this.directories.fresh(organisationId));
  }

  async #skipToHead(
    organisationId: OrganisationId,
    { generation }: StoreState,
    from: EntrySeq,
  ): Promise<boolean> {
    const to = await this.ledger.head(organisationId);
    if (to === from) return true;
    const nothing = { from, to, generation, boards: [], newest: null, nameOf: () => '' };
    return (await this.store.apply(organisationId, nothing)) === 'applied';
  }

  async #apply(
    organisationId: OrganisationId,
    directory: Directory,
    state: StoreState,
    { from, to, moves, newest }: Stretch,
  ): Promise<readonly string[] | undefined> {
    const changes = boardChanges(moves, state.boards, directory.metrics, directory.teamOn);
    const boards = await this.#worked(organisationId, changes);
    const applied = await this.store.apply(organisationId, {
      from,
      to,
      generation: state.generation,
      boards,
      newest,
      nameOf: namesIn(directory),
    });
    return applied === 'applied' ? boards.map(({ live }) => live.key) : undefined;
  }

  /**
   * Where something was taken back, looks up when the score that remains was reached; and what cannot
   * be added to is worked out anew.
   */
  async #worked(
    organisationId: OrganisationId,
    changes: readonly BoardChange[],
  ): Promise<readonly BoardChange[]> {
    const unsure = changes.filter(
      ({ metric, members }) => !isAddedUp(metric) || members.some(({ takesBack }) => takesBack),
    );
    if (unsure.length === 0) return changes;
    const totals = await this.#totalsOfUnsure(organisationId, unsure);
    return changes.map((change) => {
      const known = totals.get(rangeKey(change));
      if (!known || !unsure.includes(change)) return change;
      return workedOut(change, membersOfBoard(change.live.board, change.metric, known));
    });
  }

  /** One reading for each period and kind of competitor, for all boards of it together. */
  async #totalsOfUnsure(
    organisationId: OrganisationId,
    unsure: readonly BoardChange[],
  ): Promise<ReadonlyMap<string, readonly WindowTotal[]>> {
    const together = new Map<string, BoardChange[]>();
    for (const change of unsure) {
      const group = together.get(rangeKey(change));
      if (group) group.push(change);
      else together.set(rangeKey(change), [change]);
    }
    const readings = [...together].map(async ([key, group]) => {
      const boards = group.map(({ live: { board }, metric }) => ({ board, metric }));
      const ids = new Set(group.flatMap(unsureIds));
      const { totals } = await this.#totalsOf(
        organisationId,
        boards as [MetricBoard, ...MetricBoard[]],
        boards[0]?.board.competitors === 'reps'
          ? { people: [...ids] as PersonId[] }
          : { teams: [...ids] as TeamId[] },
      );
      return [key, totals] as const;
    });
    return new Map(await Promise.all(readings));
  }
}

function namesIn(directory: Directory): NameOf {
  return (board, member) => nameOnBoard(board, member, directory);
}

function unsureIds({ metric, members }: BoardChange): number[] {
  const isUnsure = !isAddedUp(metric);
  return members.flatMap(({ member, takesBack }) => (isUnsure || takesBack ? [member] : []));
}

function workedOut(change: BoardChange, built: readonly BuiltMember[]): BoardChange {
  const known = new Map(built.map((member) => [member.member, member]));
  if (isAddedUp(change.metric)) {
    const members = change.members.map((member) =>
      member.takesBack
        ? { ...member, reachedAt: known.get(member.member)?.reachedAt ?? 0 }
        : member,
    );
    return { ...change, members };
  }
  const members = change.members.map((member) => {
    const { score = null, reachedAt = 0 } = known.get(member.member) ?? {};
    return { ...member, score, reachedAt, takesBack: true };
  });
  return { ...change, members };
}

function rangeKey({ live: { board } }: BoardChange): string {
  const { period, competitors, asOf } = board;
  return `${nameOf(period)} ${competitors} ${asOf ?? ''}`;
}

/** Among all calendars: while one is changed, boards of two may be kept. */
function nameOf(period: Period): string {
  const { key, suffix } = storedKeyOf(period);
  return `${period.kind} ${key}${suffix}`;
}

/** Boards of the same period together. */
export function byPeriod<B extends MetricBoard>(boards: readonly B[]): readonly [B, ...B[]][] {
  const groups = new Map<string, [B, ...B[]]>();
  for (const entry of boards) {
    const { period, asOf } = entry.board;
    const days = `${nameOf(period)} ${asOf ?? ''}`;
    const group = groups.get(days);
    if (group) group.push(entry);
    else groups.set(days, [entry]);
  }
  return [...groups.values()];
}
