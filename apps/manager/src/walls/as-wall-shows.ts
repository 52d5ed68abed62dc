import type { BoardRow, BoardSnapshot, MetricPrivacy } from '@bellwether/contracts';
import { fillShare, hasPlace } from '@bellwether/ui';

/**
 * A board as a wall shows it, by the privacy of its metric: whoever sits at the desk may see more. Null
 * when it is not for walls at all.
 */
export function asWallShows(board: BoardSnapshot, privacy: MetricPrivacy): BoardSnapshot | null {
  const { audience, shows, places } = privacy;
  if (audience !== 'everyone') return null;
  const listed = board.rows.filter(
    ({ rank }, index) => places === null || (rank ?? index + 1) <= places,
  );
  if (shows === 'value') return { ...board, rows: listed };
  const leader = board.rows.find(hasPlace)?.score ?? 0;
  const { heading } = board;
  const scoreOf = (row: BoardRow) => {
    if (!hasPlace(row)) return null;
    if (shows === 'rank') return 0;
    return Math.round(fillShare(row.score, leader, heading.direction) * 100) / 100;
  };
  return {
    ...board,
    heading: {
      ...heading,
      unit: { kind: shows === 'rank' ? 'place' : 'share' },
      ...(shows === 'progress' && { direction: 'higher' as const }),
    },
    rows: listed.map((row) => ({
      ...row,
      score: scoreOf(row),
      parts: null,
      gap: null,
      short: undefined,
    })),
  };
}
