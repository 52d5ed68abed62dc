import type { SlideSetting } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { parseBoardId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

/**
 * The slides that a screen can play: without those of metrics that are not in force. Until this
 * transaction is over none is taken away, so that whoever takes one away sees what plays it.
 */
export async function slidesInForce(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  slides: readonly SlideSetting[],
): Promise<readonly SlideSetting[]> {
  await transaction
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .forShare()
    .execute();
  const rows = await transaction
    .selectFrom('metric')
    .select('key')
    .where('organisation_id', '=', organisationId)
    .where('replaced_at', 'is', null)
    .execute();
  const keys = new Set(rows.map(({ key }) => key));
  const isInForce = (board: string): boolean => keys.has(parseBoardId(board)?.metric ?? '');
  return slides
    .filter(({ board }) => isInForce(board))
    .map((slide) =>
      slide.strip !== null && isInForce(slide.strip) ? slide : { ...slide, strip: null },
    );
}
