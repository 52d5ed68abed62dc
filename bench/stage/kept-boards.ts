import { DEFAULT_SLIDES } from '@bellwether/application';

/** The boards of the wall that every organisation begins with: of people, and of teams. */
const WALL_BOARDS: readonly string[] = DEFAULT_SLIDES.flatMap(({ board, strip }) =>
  strip === null ? [board] : [board, strip],
);

/** Has boards kept from now on, by looking at each once. */
export async function keepBoards(
  url: string,
  ownerKey: string,
  boards: readonly string[] = WALL_BOARDS,
): Promise<void> {
  for (const board of boards) {
    const reply = await fetch(`${url}/api/v1/boards/${board}`, {
      headers: { authorization: `Bearer ${ownerKey}` },
    });
    if (!reply.ok) throw new Error(`${board}: ${await reply.text()}`);
  }
}
