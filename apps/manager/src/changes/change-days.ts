import type { AuditChange } from '@bellwether/contracts';
import { dayText } from '@bellwether/ui';

export interface ChangeDay {
  /** In the organisation's zone. */
  readonly date: string;
  readonly changes: readonly AuditChange[];
}

/** Changes by day, in the order in which they came. */
export function changeDays(
  changes: readonly AuditChange[],
  timeZone: string,
): readonly ChangeDay[] {
  const days = new Map<string, AuditChange[]>();
  for (const change of changes) {
    const date = dayText(Date.parse(change.at), timeZone);
    const known = days.get(date);
    if (known) known.push(change);
    else days.set(date, [change]);
  }
  return [...days].map(([date, all]) => ({ date, changes: all }));
}
