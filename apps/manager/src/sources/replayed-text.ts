import type { ReplayedReply } from '@bellwether/contracts';

/** What came of a replay, in a line and its consequence. */
export function replayedText({
  replayed,
  notKept,
}: Pick<ReplayedReply, 'replayed' | 'notKept'>): [title: string, detail: string] {
  const title =
    replayed === 1 ? '1 delivery is scored again' : `${replayed} deliveries are scored again`;
  if (notKept === 0) return [title, 'What counted already still counts once'];
  return [title, `Of ${notKept} it is no longer kept what was sent; they stay as they are`];
}
