/**
 * A score as a share of the leader's, 0 to 1, in whole hundredths: with more of them, whoever knows
 * their own score could work out the others'.
 */
export function shareOfLeader(
  score: number,
  leader: number,
  direction: 'higher' | 'lower',
): number {
  if (score === leader) return 1;
  const share = direction === 'higher' ? score / leader : leader / score;
  if (!Number.isFinite(share) || score < 0 || leader <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;
}
