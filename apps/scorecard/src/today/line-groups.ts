import type { PersonLine } from '@bellwether/contracts';

export interface LineGroup {
  readonly kind: PersonLine['period']['kind'];
  readonly title: string;
  readonly lines: readonly PersonLine[];
}

const TITLES = {
  day: 'Today',
  week: 'This week',
  month: 'This month',
  quarter: 'This quarter',
} as const satisfies Record<LineGroup['kind'], string>;

/** The lines by how long there is for them, what is due soonest first. */
export function lineGroups(lines: readonly PersonLine[]): readonly LineGroup[] {
  const kinds = ['day', 'week', 'month', 'quarter'] as const;
  return kinds
    .map((kind) => ({
      kind,
      title: TITLES[kind],
      lines: lines.filter(({ period }) => period.kind === kind),
    }))
    .filter((group) => group.lines.length > 0);
}
