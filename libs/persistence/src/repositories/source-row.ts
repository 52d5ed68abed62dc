import type { FieldRule, OrganisationId, SourceId } from '@bellwether/domain';
import type { Source } from '@bellwether/application';

/** A source joined with its organisation. */
export interface SourceRow {
  readonly id: number;
  readonly kind: string;
  readonly source_name: string;
  readonly address: string;
  readonly secrets: readonly string[];
  readonly settings: unknown;
  readonly field_rules: readonly FieldRule[];
  readonly settings_version: number;
  readonly paused: boolean;
  readonly old_secrets_until: number | null;
  readonly organisation_id: number;
  readonly name: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly locale: string;
}

export const SOURCE_COLUMNS = [
  'source.id',
  'source.kind',
  'source.name as source_name',
  'source.address',
  'source.secrets',
  'source.settings',
  'source.field_rules',
  'source.settings_version',
  'source.paused',
  'source.old_secrets_until',
  'source.organisation_id',
  'organisation.name',
  'organisation.time_zone',
  'organisation.currency',
  'organisation.locale',
] as const;

/** `secrets`: as the source uses them; none for whoever has no use for them. */
export function sourceFromRow(row: SourceRow, secrets: readonly string[] = []): Source {
  return {
    id: row.id as SourceId,
    kind: row.kind,
    name: row.source_name,
    address: row.address,
    secrets,
    settings: row.settings,
    fieldRules: row.field_rules,
    settingsVersion: row.settings_version,
    paused: row.paused,
    oldSecretsUntil: row.old_secrets_until,
    organisation: {
      id: row.organisation_id as OrganisationId,
      name: row.name,
      timeZone: row.time_zone,
      currency: row.currency,
      locale: row.locale,
    },
  };
}
