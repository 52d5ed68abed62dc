import type { Actor, AuditRow, AuditSubject } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

interface Change extends Partial<Pick<AuditRow, 'before' | 'after'>> {
  readonly deed: AuditRow['deed'];
  /** What it is, its number and its name. */
  readonly subject: readonly [kind: AuditSubject['kind'], id: number | string | null, name: string];
}

/** Writes a change into the audit, in the transaction that makes it: neither is there without the other. */
export async function noteChange(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  by: Actor,
  { deed, subject: [kind, id, name], before = {}, after = {} }: Change,
): Promise<void> {
  await transaction
    .insertInto('audit')
    .values({
      organisation_id: organisationId,
      actor_kind: by.kind,
      actor_id: by.id,
      actor_name: by.name,
      deed,
      subject_kind: kind,
      subject_id: id === null ? null : String(id),
      subject_name: name,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
    .execute();
}
