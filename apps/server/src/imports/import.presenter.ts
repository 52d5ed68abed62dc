import type { ImportPlan, ImportProgress } from '@bellwether/application';
import type { ImportReply, ImportStarted } from '@bellwether/contracts';

export function presentImport({ startedAt, finishedAt, ...progress }: ImportProgress): ImportReply {
  return {
    ...progress,
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
  };
}

export function presentPlan(plan: ImportPlan): ImportStarted['plan'] {
  const { format, type, columns, unused, encoding, delimiter } = plan;
  return { format, type, columns, unused: [...unused], encoding, delimiter };
}
