import type { ScreenKeys, SlideSetting } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';

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
  async change(
    organisationId: OrganisationId,
    id: number,
    { name, slides, reducedMotion, volume }: ScreenChange,
  ): Promise<Screen | undefined> {
    const row = await this.database
      .of(organisationId)
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
      .executeTakeFirst();
    return row && screenFromRow(row);
  }

  async revoke(organisationId: OrganisationId, screenId: number): Promise<boolean> {
    if (!(await this.read(organisationId, screenId))) return false;
    // Who was paired a moment ago could ask for another key.
    await this.database
      .of(organisationId)
      .deleteFrom('pairing')
      .where('organisation_id', '=', organisationId)
      .where('screen_id', '=', screenId)
      .execute();
    await this.database
      .of(organisationId)
      .updateTable('access_key')
      .set({ revoked_at: sql<string>`now()` })
      .where('organisation_id', '=', organisationId)
      .where('screen_id', '=', screenId)
      .where('revoked_at', 'is', null)
      .execute();
    return true;
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
