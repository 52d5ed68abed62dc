import type { AuditRow } from '@bellwether/application';
import { csvCell } from '@bellwether/application';

const HEADER = 'at,by,by kind,deed,subject,subject id,subject name,before,after\n';

/** The audit as lines of CSV, page by page. */
export async function* auditLines(
  page: (before: number | null) => Promise<readonly AuditRow[]>,
): AsyncGenerator<string> {
  yield HEADER;
  let before: number | null = null;
  for (;;) {
    const rows = await page(before);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(lineOf).join('');
    before = last.id;
  }
}

function lineOf({ at, by, deed, subject, before, after }: AuditRow): string {
  const cells = [
    new Date(at).toISOString(),
    by.name,
    by.kind,
    deed,
    subject.kind,
    subject.id ?? '',
    subject.name,
    factsText(before),
    factsText(after),
  ];
  return `${cells.map(csvCell).join(',')}\n`;
}

function factsText(facts: AuditRow['before']): string {
  return Object.keys(facts).length === 0 ? '' : JSON.stringify(facts);
}
