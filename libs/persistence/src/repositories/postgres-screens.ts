import type { Actor, ScreenKeys, SlideSetting } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { noteChange } from './note-change.js';
import { slidesInForce } from './slides-in-force.js';

export interface Screen {
  readonly id: number;
  readonly name: string;
  readonly slides: readonly SlideSetting[];
  readonly reducedMotion: boolean;
  readonly volume: number;
}

export type ScreenChange = Partial<Omit<Screen, 'id'>>;

/** Screens in PostgreSQL. */
export class PostgresScreens implements ScreenKeys {
  constructor(private readonly database: Database) {}

  async read(organisationId: OrganisationId, id: number): Promise<Screen | undefined> {
    const row = await this.database
      .of(organisationId)
      .selectFrom('screen')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && screenFromRow(row);
  }

  async list(organisationId: OrganisationId): Promise<readonly Screen[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('screen')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('id')
      .execute();
    return rows.map(screenFromRow);
  }

  /** Undefined when there is no such screen. */
  change(
    organisationId: OrganisationId,
    id: number,
    change: ScreenChange,
    by: Actor,
  ): Promise<Screen | undefined> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const before = await transaction
          .selectFrom('screen')
          .selectAll()
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (!before) return undefined;
        const { name, reducedMotion, volume } = change;
        const slides =
          change.slides && (await slidesInForce(transaction, organisationId, change.slides));
        const row = await transaction
          .updateTable('screen')
          .set({
            ...(name !== undefined && { name }),
            ...(slides !== undefined && { slides: JSON.stringify(slides) }),
            ...(reducedMotion !== undefined && { reduced_motion: reducedMotion }),
            ...(volume !== undefined && { volume: hundredths(volume) }),
            // Something must be set, even when nothing changes.
            organisation_id: organisationId,
          })
          .where('organisation_id', '=', organisationId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        const screen = screenFromRow(row);
        await noteScreenChanges(transaction, organisationId, by, screenFromRow(before), screen);
        return screen;
      });
  }

  revoke(organisationId: OrganisationId, screenId: number, by: Actor): Promise<boolean> {
    return this.database
      .of(organisationId)
      .transaction()
      .execute(async (transaction) => {
        const screen = await transaction
          .selectFrom('screen')
          .select('name')
          .where('organisation_id', '=', organisationId)
          .where('id', '=', screenId)
          .executeTakeFirst();
        if (!screen) return false;
        // Who was paired a moment ago could ask for another key.
        await transaction
          .deleteFrom('pairing')
          .where('organisation_id', '=', organisationId)
          .where('screen_id', '=', screenId)
          .execute();
        await transaction
          .updateTable('access_key')
          .set({ revoked_at: sql<string>`now()` })
          .where('organisation_id', '=', organisationId)
          .where('screen_id', '=', screenId)
          .where('revoked_at', 'is', null)
          .execute();
        await noteChange(transaction, organisationId, by, {
          deed: 'screen-shut-out',
          subject: ['screen', screenId, screen.name],
        });
        return true;
      });
  }
}

/** A new name is one change, what it plays and how another. */
async function noteScreenChanges(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  by: Actor,
  { id, name, ...before }: Screen,
  screen: Screen,
): Promise<void> {
  const subject = ['screen', id, name] as const;
  const { slides, reducedMotion, volume } = screen;
  const renamed = whatChanged({ name }, { name: screen.name });
  const changed = whatChanged(before, { slides, reducedMotion, volume });
  if (renamed) {
    await noteChange(transaction, organisationId, by, {
      deed: 'screen-renamed',
      subject,
      ...renamed,
    });
  }
  if (changed) {
    await noteChange(transaction, organisationId, by, {
      deed: 'screen-changed',
      subject,
      ...changed,
    });
  }
}

function screenFromRow(row: {
  id: number;
  name: string;
  slides: unknown;
  reduced_motion: boolean;
  volume: number;
}): Screen {
  return {
    id: row.id,
    name: row.name,
    slides: row.slides as readonly SlideSetting[],
    reducedMotion: row.reduced_motion,
    volume: hundredths(row.volume),
  };
}

/** A column of few digits holds no number that is nearly nothing. */
function hundredths(volume: number): number {
  return Math.round(volume * 100) / 100;
}
