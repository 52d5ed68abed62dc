import type { Directories, Directory, Person, Team } from '@bellwether/application';
import type {
  BusinessDate,
  FiscalPattern,
  Measure,
  Membership,
  Metric,
  OrganisationId,
  PersonId,
  Privacy,
  TeamId,
} from '@bellwether/domain';
import { DEFAULT_PRIVACY, ratesByDay, rosterOf } from '@bellwether/domain';
import type { Database } from '../open-database.js';
import { calendarFromRow } from './calendar-from-row.js';
import { definitionsInForce } from './definitions-in-force.js';
import { erasedIdentity } from './erased-identity.js';
import type { ExchangeRateRow } from './exchange-rate-from-row.js';
import { exchangeRateFromRow } from './exchange-rate-from-row.js';

/** For how long a directory is believed to be current without asking. A signal ends it sooner. */
const TRUSTED_MS = 5_000;

interface Remembered {
  readonly directory: Promise<Directory>;
  /** Of the clock that nobody sets: one that is set back must not lengthen the trust. */
  readonly readAt: number;
}

/** Directories in PostgreSQL, remembered by their version. */
export class PostgresDirectories implements Directories {
  readonly #remembered = new Map<OrganisationId, Remembered>();

  constructor(private readonly database: Database) {}

  async read(organisationId: OrganisationId, version?: number): Promise<Directory> {
    const remembered = this.#remembered.get(organisationId);
    if (remembered) {
      const directory = await remembered.directory;
      const isCurrent =
        version === undefined
          ? performance.now() - remembered.readAt < TRUSTED_MS
          : directory.version >= version;
      if (isCurrent) return directory;
      if (version === undefined) return this.#confirm(organisationId, directory);
    }
    return this.#load(organisationId);
  }

  fresh(organisationId: OrganisationId): Promise<Directory> {
    return this.#load(organisationId);
  }

  /** Makes the next `read` ask the database. */
  forget(organisationId: OrganisationId): void {
    this.#remembered.delete(organisationId);
  }

  async all(): Promise<readonly OrganisationId[]> {
    const rows = await this.database
      .across('waiting work')
      .selectFrom('organisation')
      .select('id')
      .orderBy('id')
      .execute();
    return rows.map(({ id }) => id as OrganisationId);
  }

  /** Nothing of it changes without its version: asking for that is enough to trust it for longer. */
  #confirm(organisationId: OrganisationId, known: Directory): Promise<Directory> {
    return this.#remember(organisationId, this.#knownOrNewer(organisationId, known));
  }

  async #knownOrNewer(organisationId: OrganisationId, known: Directory): Promise<Directory> {
    const organisation = await this.database
      .of(organisationId)
      .selectFrom('organisation')
      .select('directory_version')
      .where('id', '=', organisationId)
      .executeTakeFirst();
    return organisation?.directory_version === known.version ? known : this.#query(organisationId);
  }

  #load(organisationId: OrganisationId): Promise<Directory> {
    return this.#remember(organisationId, this.#query(organisationId));
  }

  #remember(organisationId: OrganisationId, directory: Promise<Directory>): Promise<Directory> {
    const remembered = { directory, readAt: performance.now() };
    this.#remembered.set(organisationId, remembered);
    directory.catch(() => {
      // A failed read is no answer to remember; who asked hears of it.
      if (this.#remembered.get(organisationId) === remembered) this.forget(organisationId);
    });
    return directory;
  }

  #query(organisationId: OrganisationId): Promise<Directory> {
    // One view of all tables: what is read together belongs together.
    return this.database
      .of(organisationId)
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (transaction) => {
        const organisation = await transaction
          .selectFrom('organisation')
          .selectAll()
          .where('id', '=', organisationId)
          .executeTakeFirst();
        if (!organisation) throw new Error(`There is no organisation ${organisationId}`);
        const teams = await transaction
          .selectFrom('team')
          .select(['id', 'name', 'ribbon'])
          .where('organisation_id', '=', organisationId)
          .execute();
        const people = await transaction
          .selectFrom('person')
          .select([
            'id',
            'name',
            'short_name',
            'nickname',
            'job_title',
            'photo_url',
            'time_zone',
            'active',
          ])
          .where('organisation_id', '=', organisationId)
          .execute();
        const identities = await transaction
          .selectFrom('person_identity')
          .select(['namespace', 'value', 'person_id'])
          .where('organisation_id', '=', organisationId)
          .execute();
        const memberships = await transaction
          .selectFrom('team_membership')
          .select(['person_id', 'team_id', 'from_date', 'until_date'])
          .where('organisation_id', '=', organisationId)
          .execute();
        const definitions = await definitionsInForce(transaction, organisationId);
        const privacies = await transaction
          .selectFrom('metric_privacy')
          .select(['metric', 'audience', 'shows', 'places'])
          .where('organisation_id', '=', organisationId)
          .execute();
        const rates = await transaction
          .selectFrom('exchange_rate')
          .select(['currency', 'from_date', 'rate'])
          .where('organisation_id', '=', organisationId)
          .execute();
        return directoryOf({
          organisation,
          teams,
          people,
          identities,
          memberships,
          ...definitions,
          privacies,
          rates,
        });
      });
  }
}

interface Rows {
  readonly organisation: {
    id: number;
    name: string;
    time_zone: string;
    currency: string;
    locale: string;
    week_starts_on: number;
    fiscal_start_month: number;
    fiscal_pattern: FiscalPattern;
    directory_version: number;
    erasure_salt: string;
  };
  readonly teams: readonly { id: number; name: string; ribbon: number }[];
  readonly people: readonly {
    id: number;
    name: string;
    short_name: string;
    nickname: string | null;
    job_title: string | null;
    photo_url: string | null;
    time_zone: string | null;
    active: boolean;
  }[];
  readonly identities: readonly { namespace: string; value: string; person_id: number }[];
  readonly memberships: readonly {
    person_id: number;
    team_id: number;
    from_date: string;
    until_date: string | null;
  }[];
  readonly measures: readonly Measure[];
  readonly metrics: readonly Metric[];
  readonly privacies: readonly ({ metric: string } & Privacy)[];
  readonly rates: readonly ExchangeRateRow[];
}

function directoryOf(rows: Rows): Directory {
  const { organisation } = rows;
  const people = new Map(
    rows.people.map((row): [PersonId, Person] => [row.id as PersonId, personFromRow(row)]),
  );
  const teams = new Map(
    rows.teams.map(({ id, name, ribbon }): [TeamId, Team] => [
      id as TeamId,
      { id: id as TeamId, name, ribbon },
    ]),
  );
  const memberships = rows.memberships.map(
    ({ person_id, team_id, from_date, until_date }): Membership => ({
      personId: person_id as PersonId,
      teamId: team_id as TeamId,
      from: from_date as BusinessDate,
      until: until_date as BusinessDate | null,
    }),
  );
  const identities = new Map(
    rows.identities.map(({ namespace, value, person_id }) => [
      `${namespace}:${value}`,
      person_id as PersonId,
    ]),
  );
  const privacies = new Map(rows.privacies.map(({ metric, ...privacy }) => [metric, privacy]));
  return {
    version: organisation.directory_version,
    organisation: {
      id: organisation.id as OrganisationId,
      name: organisation.name,
      timeZone: organisation.time_zone,
      currency: organisation.currency,
      locale: organisation.locale,
      calendar: calendarFromRow(organisation),
    },
    people,
    teams,
    memberships,
    teamOn: rosterOf(memberships),
    measures: rows.measures,
    metrics: rows.metrics,
    privacyOf: (metric) => privacies.get(metric) ?? DEFAULT_PRIVACY,
    rateOn: ratesByDay(rows.rates.map(exchangeRateFromRow)),
    personOf: (identity) =>
      identities.get(identity) ??
      identities.get(erasedIdentity(organisation.erasure_salt, identity)),
  };
}

function personFromRow(row: Rows['people'][number]): Person {
  const { id, name, short_name, nickname, job_title, photo_url, time_zone, active } = row;
  return {
    id: id as PersonId,
    name,
    shortName: short_name,
    nickname,
    jobTitle: job_title,
    photoUrl: photo_url,
    timeZone: time_zone,
    active,
  };
}
