/** How far a row is filled, 0 to 1: its score against the leader's, so that the board is a bar chart. */
export function fillShare(
  score: number | null,
  leader: number,
  direction: 'higher' | 'lower',
): number {
  if (score === null) return 0;
  const share = direction === 'higher' ? score / leader : leader / score;
  // Nothing below, nothing at all, and scores below zero are an empty bar.
  if (!Number.isFinite(share) || score < 0 || leader <= 0)
    return score === leader && score > 0 ? 1 : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}
