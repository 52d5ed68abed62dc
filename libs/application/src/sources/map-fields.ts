import type {
  ConversionContext,
  FieldRule,
  OrganisationId,
  RecordType,
  RuleTrouble,
  SourceId,
  Tellable,
} from '@bellwether/domain';
import { checkRules } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Connector, Connectors, Source } from '../ports/connector.js';
import type { SourceKeeper } from '../ports/source-keeper.js';
import type { Sources } from '../ports/sources.js';

export interface MappedFields {
  readonly rules: readonly FieldRule[];
  readonly version: number;
  /** What the source can tell of. */
  readonly records: readonly RecordType[];
  /** Rules alone say which records those are. */
  readonly byRules: boolean;
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
    const tellable = tellableOf(this.connectors(source.kind));
    return { rules: source.fieldRules, version: source.settingsVersion, ...tellable };
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
    const tellable = tellableOf(this.connectors(source.kind));
    const troubles = checkRules(rules, tellable, conversionContext(source));
    const renamed = troubles.length === 0 ? renamedBy(source.fieldRules, rules) : undefined;
    if (renamed && (await this.keeper.hasRecords(organisationId, sourceId))) return [renamed];
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

/** What rules of a source can be about. */
export function tellableOf(connector: Connector | undefined): Tellable {
  return { records: connector?.records ?? [], byRules: connector?.byRules ?? false };
}

const NAMES = ['$id', '$is'];

/**
 * A record that is known by another name is another record, and the first would count beside it:
 * what names records stays, as long as there are any.
 */
function renamedBy(
  before: readonly FieldRule[],
  after: readonly FieldRule[],
): RuleTrouble | undefined {
  const told = (rule: FieldRule | undefined) => JSON.stringify([rule?.from, rule?.read]);
  const same = (rule: FieldRule) => (other: FieldRule) =>
    other.record === rule.record && other.field === rule.field;
  const names = (rules: readonly FieldRule[]) => rules.filter(({ field }) => NAMES.includes(field));
  const isNamed = ({ record }: FieldRule) =>
    before.some((rule) => rule.record === record && rule.field === '$id');
  const renamed = [...names(before), ...names(after).filter(isNamed)].find(
    (rule) => told(before.find(same(rule))) !== told(after.find(same(rule))),
  );
  if (!renamed) return undefined;
  const place = after.findIndex(same(renamed));
  return { rule: Math.max(0, place), part: 'from', reason: KNOWN_BY_IT };
}

const KNOWN_BY_IT =
  'Records are known by it already, so it stays. Connect another source to name them otherwise';
