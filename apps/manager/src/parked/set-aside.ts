import { reasonOf } from '@bellwether/ui';
import type { Desk, Floor } from '../desk.svelte.js';
import { countText, identityText, type ParkedPile } from './describe-parked.js';

/** Sets piles aside, says so, and offers to take it back. False when something was not done. */
export async function setAside(
  desk: Desk,
  floor: Floor,
  piles: readonly ParkedPile[],
): Promise<boolean> {
  for (const pile of piles) {
    const answer = await floor.inbox.ignore(pile);
    if (answer.kind !== 'done') {
      desk.toasts.trouble('Not all was set aside', reasonOf(answer));
      return false;
    }
    floor.inbox.drop(pile);
  }
  const items = piles.reduce((sum, pile) => sum + pile.items, 0);
  desk.toasts.done(`${countText(items, null)} set aside`, consequenceOf(piles), {
    label: 'Undo',
    run: () => void takeBack(floor, piles),
  });
  await floor.status.look();
  return true;
}

async function takeBack(floor: Floor, piles: readonly ParkedPile[]): Promise<void> {
  for (const pile of piles) await floor.inbox.notice(pile);
}

function consequenceOf(piles: readonly ParkedPile[]): string {
  const people = piles.filter(({ kind }) => kind === 'unknown-person');
  const [first] = people;
  if (!first) return 'They count nowhere, and are kept';
  return people.length === 1
    ? `What comes from ${identityText(first.subject)} is set aside too`
    : 'What comes from them later is set aside too';
}
