import type { DraftProblem, OrganisationId, OwnMetricDraft } from '@bellwether/domain';
import { conditionCel, defineOwnMetric, ownMetricKey } from '@bellwether/domain';
import type { Directories } from '../ports/directories.js';
import type { OwnMetrics } from '../ports/own-metrics.js';

export interface CheckedDraft {
  readonly problems: readonly DraftProblem[];
  /** The condition as CEL; of a share the part's beside it. */
  readonly cel: string;
  readonly partCel: string;
}

/** Says what is wrong with a draft, and what its form is as CEL. Looks at no record. */
export class CheckOwnMetric {
  constructor(
    private readonly ownMetrics: OwnMetrics,
    private readonly directories: Directories,
  ) {}

  async execute(
    organisationId: OrganisationId,
    draft: OwnMetricDraft,
    key: string | null,
  ): Promise<CheckedDraft> {
    const { measures, metrics } = await this.directories.fresh(organisationId);
    const kept = await this.ownMetrics.list(organisationId);
    const drafts = new Map(kept.map((own) => [own.key, own.draft]));
    const name = key ?? ownMetricKey(draft.title, new Set(metrics.map((one) => one.key)));
    const defined = defineOwnMetric(draft, name, { measures, metrics, drafts });
    return { problems: defined.kind === 'refused' ? defined.problems : [], ...celOf(draft) };
  }
}

/** The conditions of a draft as CEL; empty where there is none. */
export function celOf({ from }: OwnMetricDraft): Omit<CheckedDraft, 'problems'> {
  if (from.kind !== 'records') return { cel: '', partCel: '' };
  const part = from.figure.kind === 'share' ? from.figure.part : null;
  return {
    cel: conditionCel(from.when, from.record),
    partCel: part ? conditionCel(part, from.record) : '',
  };
}
