import type { Board, LiveBoard, Metric, OrganisationId } from '@bellwether/domain';
import { PERIOD_KINDS, boardKeyOf, boardOf, businessDateOf, periodOf } from '@bellwether/domain';
import type { BoardStore, StoredMember } from '../ports/board-store.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { Ledger } from '../ports/ledger.js';
import type { Signals } from '../ports/signals.js';
import type { Totals, TotalsProof } from '../ports/totals.js';
import type { KeepBoards, MetricBoard } from './keep-boards.js';
import { byPeriod } from './keep-boards.js';
import { membersOfBoard } from './members-of-board.js';
import type { WindowTotal } from './window-totals.js';
import { windowTotals } from './window-totals.js';

/** How often a proof is begun again because something was scored meanwhile. */
const ATTEMPTS = 10;

/** A competitor whose kept score is not what the ledger adds up to. */
export interface BoardDifference {
  readonly board: string;
  readonly member: number;
  readonly kept: { readonly score: number; readonly reachedAt: number } | null;
  readonly ledger: { readonly score: number; readonly reachedAt: number } | null;
}

export interface Proof {
  readonly boards: number;
  readonly members: number;
  readonly differences: readonly BoardDifference[];
  /** The daily totals, from which boards are built. */
  readonly totals: TotalsProof;
}

/** Builds all boards anew, and proves that they are what the ledger adds up to. */
export class ProveBoards {
  constructor(
    private readonly store: BoardStore,
    private readonly boards: KeepBoards,
    private readonly ledger: Ledger,
    private readonly totals: Totals,
    private readonly directories: Directories,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /**
   * Drops every board and builds the current ones of each metric: of the organisation, of its
   * teams, and of the people of each team. Screens begin anew. Answers how many.
   */
  async rebuild(
    organisationId: OrganisationId,
    onProgress: (built: number, of: number) => void = () => {},
  ): Promise<number> {
    const directory = await this.directories.read(organisationId);
    await this.store.drop(organisationId);
    await this.boards.catchUp(organisationId);
    const all = this.#currentBoards(directory);
    await this.boards.keepAll(organisationId, all, (built) => onProgress(built, all.length));
    await this.signals.send({ kind: 'boards-renewed', organisationId });
    return all.length;
  }

  /** Compares every kept board with a sum of the ledger's entries. */
  async verify(organisationId: OrganisationId): Promise<Proof> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#catchUp(organisationId);
      const before = await this.store.state(organisationId);
      const proof = await this.#compareAll(organisationId, before.boards);
      const after = await this.store.state(organisationId);
      const head = await this.ledger.head(organisationId);
      // Only a proof during which nothing moved proves anything.
      if (before.checkpoint === head && after.checkpoint === head) return proof;
    }
    throw new Error(
      'Something is scored all the time: no moment was quiet enough for a proof. Try again later.',
    );
  }

  /** Whoever moves the boards tells of it: the worker that comes later finds nothing to tell. */
  async #catchUp(organisationId: OrganisationId): Promise<void> {
    const { changed, emptied } = await this.boards.catchUp(organisationId);
    if (emptied) await this.signals.send({ kind: 'boards-renewed', organisationId });
    else if (changed.length > 0) {
      const [boards, arrivedAt] = [changed, null];
      await this.signals.send({ kind: 'boards-changed', organisationId, boards, arrivedAt });
    }
  }

  async #compareAll(organisationId: OrganisationId, kept: readonly LiveBoard[]): Promise<Proof> {
    const { metrics } = await this.directories.read(organisationId);
    const boards = kept.flatMap(({ board, version }) => {
      const metric = metrics.find(({ key }) => key === board.metric);
      return metric?.version === version ? [{ board, metric }] : [];
    });
    const found: BoardDifference[] = [];
    let members = 0;
    for (const group of byPeriod(boards)) {
      const totals = await this.#recompute(organisationId, group);
      for (const { board, metric } of group) {
        const shown = (await this.store.members(organisationId, board, metric)) ?? [];
        const wanted = rankedMembers(board, metric, totals);
        members += wanted.length;
        found.push(...differences(boardKeyOf(board), shown, wanted));
      }
    }
    const totals = await this.totals.compare(organisationId);
    return { boards: boards.length, members, differences: found, totals };
  }

  async #recompute(
    organisationId: OrganisationId,
    group: readonly [MetricBoard, ...MetricBoard[]],
  ): Promise<readonly WindowTotal[]> {
    const metrics = new Set(group.map(({ metric }) => metric));
    const { totals } = await windowTotals([...metrics], group[0].board, (measureIds, range) =>
      this.totals.recompute(organisationId, measureIds, range),
    );
    return totals;
  }

  #currentBoards(directory: Directory): { board: Board; metric: Metric }[] {
    const { timeZone, calendar } = directory.organisation;
    const today = businessDateOf(this.clock.now(), timeZone);
    const periods = PERIOD_KINDS.map((kind) => periodOf(kind, today, calendar));
    return directory.metrics.flatMap((metric) =>
      periods.flatMap((period) => {
        const scopes = [
          { competitors: 'reps', teamId: null },
          { competitors: 'teams', teamId: null },
          ...[...directory.teams.keys()].map(
            (teamId) => ({ competitors: 'reps', teamId }) as const,
          ),
        ] as const;
        return scopes.map((scope) => ({
          board: boardOf(metric.key, metric, { period, ...scope }, today),
          metric,
        }));
      }),
    );
  }
}

function rankedMembers(
  board: Board,
  metric: Metric,
  totals: readonly WindowTotal[],
): StoredMember[] {
  return membersOfBoard(board, metric, totals).flatMap((member) =>
    member.score === null ? [] : [{ ...member, score: member.score }],
  );
}

function differences(
  board: string,
  kept: readonly StoredMember[],
  wanted: readonly StoredMember[],
): BoardDifference[] {
  const told = ({ score, reachedAt }: StoredMember) => ({ score, reachedAt });
  const byMember = new Map(wanted.map((member) => [member.member, told(member)]));
  const found: BoardDifference[] = [];
  for (const member of kept) {
    const ledger = byMember.get(member.member) ?? null;
    byMember.delete(member.member);
    if (ledger?.score !== member.score || ledger.reachedAt !== member.reachedAt) {
      found.push({ board, member: member.member, kept: told(member), ledger });
    }
  }
  for (const [member, ledger] of byMember) found.push({ board, member, kept: null, ledger });
  return found;
}
