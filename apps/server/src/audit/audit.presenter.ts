import type { AuditFilter, AuditRow } from '@bellwether/application';
import type { AuditChange, AuditFilters } from '@bellwether/contracts';

export function filterOf({ deed, subject, id, actor, from, to }: AuditFilters): AuditFilter {
  return {
    deed,
    subjectKind: subject,
    subjectId: id,
    actor,
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}

export function presentChange({ at, ...row }: AuditRow): AuditChange {
  return { ...row, at: new Date(at).toISOString() };
}
