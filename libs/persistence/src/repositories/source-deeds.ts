import type { AuditRow } from '@bellwether/application';
import type { FieldRule } from '@bellwether/domain';
import { whatChanged } from '@bellwether/domain';

/** What can be changed of a source. */
export interface SourceChange {
  readonly name?: string | undefined;
  readonly settings?: unknown;
  readonly fieldRules?: readonly FieldRule[] | undefined;
  readonly secrets?: readonly string[] | undefined;
  readonly paused?: boolean | undefined;
  readonly silentAfterMinutes?: number | null | undefined;
}

/** What a change of a source does, deed by deed. Of secrets only how many there are is told. */
export function sourceDeeds(
  before: Required<Omit<SourceChange, 'secrets' | 'silentAfterMinutes' | 'fieldRules'>> & {
    readonly secrets: readonly string[];
    readonly field_rules: readonly FieldRule[];
    readonly silent_after_minutes: number | null;
  },
  { name, settings, fieldRules, secrets, paused, silentAfterMinutes }: SourceChange,
): readonly Pick<AuditRow, 'deed' | 'before' | 'after'>[] {
  const had = before.secrets.length;
  const has = secrets?.length ?? had;
  const parts = [
    ['source-renamed', { name: before.name }, { name: name ?? before.name }],
    [
      'source-settings-changed',
      { settings: before.settings, silentAfterMinutes: before.silent_after_minutes },
      {
        settings: settings ?? before.settings,
        silentAfterMinutes:
          silentAfterMinutes === undefined ? before.silent_after_minutes : silentAfterMinutes,
      },
    ],
    [
      'source-fields-mapped',
      { fields: before.field_rules.map(ruleText) },
      { fields: (fieldRules ?? before.field_rules).map(ruleText) },
    ],
    [paused ? 'source-paused' : 'source-resumed', before, { paused: paused ?? before.paused }],
  ] as const;
  const told = parts.flatMap(([deed, was, is]) => {
    const changed = whatChanged(was, is);
    return changed ? [{ deed, ...changed }] : [];
  });
  if (secrets === undefined) return told;
  const deed = has < had ? 'source-secrets-ended' : 'source-secret-added';
  return [...told, { deed, before: { secrets: had }, after: { secrets: has } }];
}

/** `deal amount from properties.acv, as money minor`. */
function ruleText({ record, field, from, read }: FieldRule): string {
  return `${record} ${field} from ${from}, as ${conversionText(read)}`;
}

function conversionText(read: FieldRule['read']): string {
  if (read.as !== 'table') return 'unit' in read ? `${read.as} in ${read.unit}` : read.as;
  const rows = read.rows.map(({ from, to }) => `"${from}" is "${to}"`);
  const otherwise = read.otherwise === null ? [] : [`anything else is "${read.otherwise}"`];
  return [...rows, ...otherwise].join(', ');
}
