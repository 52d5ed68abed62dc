import { ordinal, type Option } from '@bellwether/ui';
import type { OwnStanding } from '../score/own-standing.js';

/** Who stands around somebody, and who leads: whom they can be compared with. */
export function rivalsIn(standing: OwnStanding | null): readonly Option[] {
  if (!standing) return [];
  const { ahead, behind, row } = standing;
  return [...ahead, ...behind]
    .filter(({ id }) => id !== row?.id)
    .map(({ id, name, rank }) => ({ value: String(id), label: name, detail: ordinal(rank) }));
}
