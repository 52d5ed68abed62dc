import type { LiveBoard, OrganisationId } from '@bellwether/domain';
import type { BoardStore } from '../ports/board-store.js';
import type { Signals } from '../ports/signals.js';

/** Has some of the boards built anew from the totals when somebody asks for them next, which is at once. */
export async function renewBoards(
  store: BoardStore,
  signals: Signals,
  organisationId: OrganisationId,
  isMeant: (board: LiveBoard['board']) => boolean,
): Promise<void> {
  const { boards } = await store.state(organisationId);
  const meant = boards.filter(({ board }) => isMeant(board)).map(({ key }) => key);
  if (meant.length > 0) await store.drop(organisationId, meant);
  await signals.send({ kind: 'boards-renewed', organisationId });
}
