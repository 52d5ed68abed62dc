import type {
  GatheredBy,
  GatheredContribution,
  Group,
  History,
  Instant,
  Member,
  Movement,
  RecordId,
  RecordType,
  ScoringContext,
} from '@bellwether/domain';
import {
  GROUP_TYPES,
  differenceOf,
  evaluateGroup,
  gatheredTypes,
  linkOf,
  parentOf,
  stateOf,
} from '@bellwether/domain';
import type { Link, LedgerTransaction, StoredRecord } from '../ports/ledger.js';
import type { Revision } from './revise-record.js';

/** What is looked at: records with what became of them, and groups by name. */
export interface Touched {
  readonly revisions: readonly Revision[];
  /** Groups that are to be looked at anyway. */
  readonly groups?: readonly StoredRecord[];
}

/**
 * Works out what records that belong together contribute as one, wherever one of theirs was touched.
 * Nothing is read unless a measure in force asks for it.
 */
export async function gatherRecords(
  transaction: LedgerTransaction,
  { revisions, groups = [] }: Touched,
  context: ScoringContext,
  now: Instant,
): Promise<readonly Revision[]> {
  const gathered: Revision[] = [];
  for (const [by, types] of gatheredTypes(context.measures)) {
    const concerned = revisions.filter(({ stored }) => types.has(stored.type as RecordType));
    const keys = new Set(concerned.flatMap((revision) => keysOf(by, revision)));
    for (const { type, externalId } of groups) if (type === GROUP_TYPES[by]) keys.add(externalId);
    if (concerned.length === 0 && keys.size === 0) continue;
    const before = await transaction.relink(
      by,
      concerned.map((revision) => newLink(by, revision)),
    );
    for (const key of before) keys.add(key);
    if (keys.size === 0) continue;
    const found = await transaction.groups(by, [...keys]);
    const stored = await transaction.groupRecords(by, [...found.keys()]);
    const changed = new Map(concerned.map((revision) => [revision.stored.id, revision]));
    for (const record of stored) {
      const members = (found.get(record.externalId) ?? []).flatMap((member) =>
        memberOf(member, changed.get(member.id)),
      );
      const revision = reviseGroup(record, { by, key: record.externalId, members }, context, now);
      if (revision.movements.length > 0) gathered.push(revision);
    }
  }
  return gathered;
}

/** Where a record was, where it is, and what is above either. */
function keysOf(by: GatheredBy, { stored, history }: Revision): readonly string[] {
  return [stored.history, history].flatMap((told) => {
    const { fields } = stateOf(told);
    const record = { ...stored, type: stored.type as RecordType, fields };
    const above = by === 'account' ? parentOf(record) : undefined;
    return [linkOf(by, record), above].filter((key) => key !== undefined);
  });
}

function newLink(by: GatheredBy, { stored, history }: Revision): Link {
  const { fields, gone } = stateOf(history);
  const record = { ...stored, type: stored.type as RecordType, fields };
  return {
    recordId: stored.id,
    key: gone ? null : (linkOf(by, record) ?? null),
    parent: gone || by !== 'account' ? null : (parentOf(record) ?? null),
  };
}

/** As it is by now, which the ledger need not know yet. */
function memberOf(stored: StoredRecord, revision: Revision | undefined): Member[] {
  const { id, type, externalId } = revision ? revision.stored : stored;
  const history = revision ? revision.history : stored.history;
  const { fields, gone } = stateOf(history);
  return gone ? [] : [{ id, type: type as RecordType, externalId, history, fields }];
}

function reviseGroup(
  stored: StoredRecord,
  group: Group,
  context: ScoringContext,
  now: Instant,
): Revision {
  const contributions = evaluateGroup(group, context);
  const difference = differenceOf(stored.booked, contributions);
  const history = stored.history.length > 0 ? stored.history : begun(group, now);
  const about = { recordId: stored.id, revision: history.length };
  const movements: readonly Movement[] = [
    ...difference.takenBack.map(({ seq, quantity, ...booked }) => ({
      ...booked,
      ...about,
      quantity: -quantity,
      reverses: seq,
    })),
    ...difference.added.map((added) => becauseOf(added as GatheredContribution, about)),
  ];
  const evaluation = { contributions, problems: [] };
  return { stored, history, evaluation, difference, movements, claims: [], groups: [] };
}

function becauseOf(
  { because, ...contribution }: GatheredContribution,
  about: { readonly recordId: RecordId; readonly revision: number },
): Movement {
  return { ...contribution, ...about, becauseOf: because };
}

/** A group has no story of its own: what moves it is that of its records. */
function begun({ by, key }: Group, now: Instant): History {
  const set = by === 'account' ? { name: key, account: key } : { name: key };
  return [{ revision: 1, at: now, key: 'gathered', set, arrivedAt: now, inboxId: 0 }];
}
