import type { Board, EntrySeq, Metric, OrganisationId, Ranked, Standing } from '@bellwether/domain';
import { boardOrder, rankStandings } from '@bellwether/domain';
import { membersOfBoard } from '../boards/members-of-board.js';
import { nameOnBoard } from '../boards/name-on-board.js';
import { windowTotals } from '../boards/window-totals.js';
import type { Directory } from '../ports/directories.js';
import type { PastTotals } from '../ports/past-totals.js';

/** Everybody's score and place on a board when `seq` was the last entry of the ledger, best first. */
export async function standingAsOf(
  pastTotals: PastTotals,
  organisationId: OrganisationId,
  { board, metric, directory }: AskedBoard,
  seq: EntrySeq,
): Promise<readonly Ranked<Standing>[]> {
  const { totals } = await windowTotals([metric], board, async (measureIds, range) => ({
    asOf: seq,
    totals: await pastTotals.read(organisationId, measureIds, range, seq),
  }));
  const standings = membersOfBoard(board, metric, totals).flatMap(
    ({ member, score, reachedAt, ...halves }) => {
      if (score === null) return [];
      return [
        { id: member, name: nameOnBoard(board, member, directory), score, reachedAt, ...halves },
      ];
    },
  );
  return rankStandings(standings, boardOrder(metric));
}

export interface AskedBoard {
  readonly board: Board;
  readonly metric: Metric;
  readonly directory: Directory;
}
