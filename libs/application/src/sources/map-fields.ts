import type {
  ConversionContext,
  FieldRule,
  OrganisationId,
  RecordType,
  RuleTrouble,
  SourceId,
} from '@bellwether/domain';
import { checkRules } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Connectors, Source } from '../ports/connector.js';
import type { SourceKeeper } from '../ports/source-keeper.js';
import type { Sources } from '../ports/sources.js';

export interface MappedFields {
  readonly rules: readonly FieldRule[];
  readonly version: number;
  /** What the source can tell of. */
  readonly records: readonly RecordType[];
}

/** Says where the fields of a source's records are taken from. What was sent before stays as it counted until it is replayed. */
export class MapFields {
  constructor(
    private readonly sources: Sources,
    private readonly keeper: SourceKeeper,
    private readonly connectors: Connectors,
  ) {}

  async read(
    organisationId: OrganisationId,
    sourceId: SourceId,
  ): Promise<MappedFields | 'unknown-source'> {
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return 'unknown-source';
    const records = this.connectors(source.kind)?.records ?? [];
    return { rules: source.fieldRules, version: source.settingsVersion, records };
  }

  /** Keeps all of the rules or none; answers what is wrong with them. */
  async keep(
    organisationId: OrganisationId,
    sourceId: SourceId,
    rules: readonly FieldRule[],
    by: Actor,
  ): Promise<readonly RuleTrouble[] | 'unknown-source'> {
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return 'unknown-source';
    const records = this.connectors(source.kind)?.records ?? [];
    const troubles = checkRules(rules, records, conversionContext(source));
    if (troubles.length === 0) {
      await this.keeper.keepFieldRules(organisationId, sourceId, rules, by);
    }
    return troubles;
  }
}

/** What conversions need to know of a source. */
export function conversionContext({ id, organisation }: Source): ConversionContext {
  const { timeZone, currency } = organisation;
  return { sourceId: id, timeZone, currency };
}
