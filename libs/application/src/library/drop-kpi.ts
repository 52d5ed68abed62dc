import type { OrganisationId } from '@bellwether/domain';
import { KPIS } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Definitions } from '../ports/definitions.js';
import type { Signals } from '../ports/signals.js';
import type { ShownOn, UsedBy } from './remove-kpi.js';
import { removeKpi } from './remove-kpi.js';

/**
 * Has an organisation show a KPI no longer. Nothing is counted anew for it: no metric is made of what its
 * measures have booked, and when it is used again they are measures of another version, counted anew.
 */
export class DropKpi {
  constructor(
    private readonly definitions: Definitions,
    private readonly signals: Signals,
  ) {}

  async execute(
    organisationId: OrganisationId,
    key: string,
    by: Actor,
  ): Promise<'dropped' | 'unknown-kpi' | ShownOn | UsedBy> {
    const kpi = KPIS.find((candidate) => candidate.key === key);
    if (!kpi) return 'unknown-kpi';
    const outcome = await this.definitions.change(
      organisationId,
      (inForce) => removeKpi(kpi, inForce),
      by,
    );
    if (typeof outcome === 'object') return outcome;
    await this.signals.send({ kind: 'directory-changed', organisationId });
    return 'dropped';
  }
}
