import type {
  Actor,
  KeptScorecard,
  OwnTarget,
  ScorecardDraft,
  Scorecards,
} from '@bellwether/application';
import type { OrganisationId, PersonId, ScorecardLine, TeamId } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';
import type { Selectable, Transaction } from 'kysely';
import type { Database } from '../open-database.js';
import type { Schema } from '../schema.js';
import { noteChange } from './note-change.js';
import { tellableScorecard } from './tellable-scorecard.js';

/** Scorecards in PostgreSQL. */
export class PostgresScorecards implements Scorecards {
  constructor(private readonly database: Database) {}

  async list(organisationId: OrganisationId): Promise<readonly KeptScorecard[]> {
    const database = this.database.of(organisationId);
    const rows = await database
      .selectFrom('scorecard')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .orderBy('id')
      .execute();
    const targets = await database
      .selectFrom('own_target')
      .select(['scorecard_id', 'person_id', 'metric', 'target'])
      .where('organisation_id', '=', organisationId)
      .orderBy('person_id')
      .orderBy('metric')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      ...draftOf(row),
      ownTargets: targets
        .filter(({ scorecard_id }) => scorecard_id === row.id)
        .map(({ person_id, metric, target }) => ({
          personId: person_id as PersonId,
          metric,
          target,
        })),
    }));
  }

  add(organisationId: OrganisationId, draft: ScorecardDraft, by: Actor): Promise<number> {
    return this.#change(organisationId, async (transaction) => {
      const { id } = await transaction
        .insertInto('scorecard')
        .values({ organisation_id: organisationId, ...columnsOf(draft) })
        .returning('id')
        .executeTakeFirstOrThrow();
      await noteChange(transaction, organisationId, by, {
        deed: 'scorecard-added',
        subject: ['scorecard', id, draft.name],
        after: await tellableScorecard(transaction, organisationId, draft),
      });
      return id;
    });
  }

  change(
    organisationId: OrganisationId,
    id: number,
    draft: ScorecardDraft,
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard'> {
    return this.#change(organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, id);
      if (!row) return 'unknown-scorecard';
      const tell = (some: ScorecardDraft) => tellableScorecard(transaction, organisationId, some);
      const changed = whatChanged(await tell(draftOf(row)), await tell(draft));
      if (!changed) return 'changed';
      await transaction
        .updateTable('scorecard')
        .set(columnsOf(draft))
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await transaction
        .deleteFrom('own_target')
        .where('organisation_id', '=', organisationId)
        .where('scorecard_id', '=', id)
        .where(
          'metric',
          'not in',
          draft.lines.map(({ metric }) => metric),
        )
        .execute();
      await noteChange(transaction, organisationId, by, {
        deed: 'scorecard-changed',
        subject: ['scorecard', id, row.name],
        ...changed,
      });
      return 'changed';
    });
  }

  remove(
    organisationId: OrganisationId,
    id: number,
    by: Actor,
  ): Promise<'removed' | 'unknown-scorecard'> {
    return this.#change(organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, id);
      if (!row) return 'unknown-scorecard';
      await transaction
        .deleteFrom('scorecard')
        .where('organisation_id', '=', organisationId)
        .where('id', '=', id)
        .execute();
      await noteChange(transaction, organisationId, by, {
        deed: 'scorecard-removed',
        subject: ['scorecard', id, row.name],
        before: await tellableScorecard(transaction, organisationId, draftOf(row)),
      });
      return 'removed';
    });
  }

  setOwnTargets(
    organisationId: OrganisationId,
    id: number,
    person: { readonly id: PersonId; readonly name: string },
    targets: readonly Omit<OwnTarget, 'personId'>[],
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard'> {
    return this.#change(organisationId, async (transaction) => {
      const row = await rowOf(transaction, organisationId, id);
      if (!row) return 'unknown-scorecard';
      const before = await transaction
        .deleteFrom('own_target')
        .where('organisation_id', '=', organisationId)
        .where('scorecard_id', '=', id)
        .where('person_id', '=', person.id)
        .returning(['metric', 'target'])
        .execute();
      if (targets.length > 0) {
        const own = { organisation_id: organisationId, scorecard_id: id, person_id: person.id };
        await transaction
          .insertInto('own_target')
          .values(targets.map(({ metric, target }) => ({ ...own, metric, target })))
          .execute();
      }
      const changed = whatChanged({ targets: told(before) }, { targets: told(targets) });
      if (!changed) return 'changed';
      await noteChange(transaction, organisationId, by, {
        deed: 'own-targets-changed',
        subject: ['person', person.id, person.name],
        ...changed,
      });
      return 'changed';
    });
  }

  #change<T>(
    organisationId: OrganisationId,
    work: (transaction: Transaction<Schema>) => Promise<T>,
  ): Promise<T> {
    return this.database.of(organisationId).transaction().execute(work);
  }
}

type Row = Selectable<Schema['scorecard']>;

/** Held until the end of the transaction: changes of one scorecard come one after the other. */
function rowOf(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  id: number,
): Promise<Row | undefined> {
  return transaction
    .selectFrom('scorecard')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

function columnsOf({ name, for: whom, lines, forgivenMisses }: ScorecardDraft) {
  return {
    name,
    people: [...whom.people],
    job_titles: [...whom.jobTitles],
    teams: [...whom.teams],
    lines: JSON.stringify(lines),
    forgiven_misses: forgivenMisses,
  };
}

function draftOf({ name, people, job_titles, teams, lines, forgiven_misses }: Row): ScorecardDraft {
  return {
    name,
    for: {
      people: people as PersonId[],
      jobTitles: job_titles,
      teams: teams as TeamId[],
    },
    lines: lines as readonly ScorecardLine[],
    forgivenMisses: forgiven_misses,
  };
}

/** Targets by the metric, as the audit tells them. */
function told(targets: readonly { readonly metric: string; readonly target: number }[]) {
  const sorted = targets.toSorted((a, b) => (a.metric < b.metric ? -1 : 1));
  return Object.fromEntries(sorted.map(({ metric, target }) => [metric, target]));
}
