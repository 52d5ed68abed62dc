import { randomUUID } from 'node:crypto';
import type { Actor, GoalChange, GoalDays, GoalEntry, Goals, Left } from '@bellwether/application';
import type {
  BusinessDate,
  GoalKind,
  Instant,
  OrganisationId,
  PersonId,
  SourceId,
  TeamId,
} from '@bellwether/domain';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { changeDirectory } from './change-directory.js';
import { insertArrivals } from './insert-arrivals.js';
import { noteChange } from './note-change.js';

interface Asked {
  readonly source: { readonly id: SourceId; readonly paused: boolean };
  readonly kind: GoalKind;
  readonly days: GoalDays;
  readonly people: readonly PersonId[];
  readonly at: Instant;
}

/** Goals in PostgreSQL. */
export class PostgresGoals implements Goals {
  constructor(private readonly database: Database) {}

  async list(
    organisationId: OrganisationId,
    kind: GoalKind,
    days: GoalDays,
  ): Promise<readonly GoalEntry[]> {
    const rows = await rowsOf(this.database.of(organisationId), organisationId, kind, days)
      .where('value', 'is not', null)
      .execute();
    return rows.map(entryOf);
  }

  async products(organisationId: OrganisationId): Promise<readonly string[]> {
    const rows = await this.database
      .of(organisationId)
      .selectFrom('goal')
      .select('product')
      .distinct()
      .where('organisation_id', '=', organisationId)
      .where('measure', '=', 'product')
      .where('value', 'is not', null)
      .orderBy('product')
      .execute();
    return rows.flatMap(({ product }) => product ?? []);
  }

  /** The version of the directory is raised first: changes of goals come one after the other. */
  change<Reason>(
    organisationId: OrganisationId,
    asked: Asked,
    decide: (kept: readonly GoalEntry[]) => GoalChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason> {
    return changeDirectory(this.database, organisationId, async (transaction) => {
      const rows = await rowsOf(transaction, organisationId, asked.kind, asked.days).execute();
      const decision = decide(rows.map(entryOf));
      if (decision.kind === 'leave') return decision.because;
      await write(transaction, organisationId, decision.entries);
      await makeKnown(transaction, organisationId, asked);
      await tellLedger(transaction, organisationId, asked, decision.entries);
      for (const { subject, ...note } of decision.notes) {
        const { kind, id, name } = subject;
        await noteChange(transaction, organisationId, by, { ...note, subject: [kind, id, name] });
      }
      return 'changed';
    });
  }
}

function rowsOf(
  executor: Kysely<Schema>,
  organisationId: OrganisationId,
  { measure, product }: GoalKind,
  { from, to }: GoalDays,
) {
  return executor
    .selectFrom('goal')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('measure', '=', measure)
    .where(sql<boolean>`product is not distinct from ${product}`)
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .orderBy('name');
}

function entryOf(row: Selectable<Schema['goal']>): GoalEntry {
  const personId = row.person_id as PersonId;
  return {
    name: row.name,
    holder:
      row.team_id === null
        ? { kind: 'person', personId }
        : { kind: 'team', teamId: row.team_id as TeamId, managerId: personId },
    kind: { measure: row.measure, product: row.product },
    period: row.period,
    startsOn: row.starts_on as BusinessDate,
    endsOn: row.ends_on as BusinessDate,
    reason: row.reason,
    value: row.value,
    changedAt: row.changed_at,
  };
}

async function write(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  entries: readonly GoalEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ name, holder, kind, ...entry }) => ({
    organisation_id: organisationId,
    name,
    person_id: holder.kind === 'person' ? holder.personId : holder.managerId,
    team_id: holder.kind === 'person' ? null : holder.teamId,
    measure: kind.measure,
    product: kind.product,
    period: entry.period,
    starts_on: entry.startsOn,
    ends_on: entry.endsOn,
    reason: entry.reason,
    value: entry.value,
    changed_at: entry.changedAt,
  }));
  await transaction
    .insertInto('goal')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'name']).doUpdateSet((row) => ({
        person_id: row.ref('excluded.person_id'),
        value: row.ref('excluded.value'),
        changed_at: row.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

/** The source calls them by their number; it is never silent, and nobody waits for it. */
async function makeKnown(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { source, people }: Asked,
): Promise<void> {
  if (people.length === 0) return;
  const namespace = `source-${source.id}`;
  await transaction
    .insertInto('person_identity')
    .values(
      people.map((id) => ({
        organisation_id: organisationId,
        namespace,
        value: `person-${id}`,
        person_id: id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await transaction
    .updateTable('source')
    .set({ silent_after_minutes: 0 })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', source.id)
    .where('silent_after_minutes', 'is', null)
    .execute();
}

async function tellLedger(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { source, at }: Asked,
  entries: GoalChange['entries'],
): Promise<void> {
  const arrivals = entries.map(({ record }) => ({
    organisationId,
    sourceId: source.id,
    key: randomUUID(),
    body: record,
    arrivedAt: at,
    held: source.paused,
  }));
  if (arrivals.length > 0) await insertArrivals(transaction, arrivals);
}
