import type { OrganisationId } from '@bellwether/domain';
import { KPIS } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Definitions } from '../ports/definitions.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';
import { addKpi } from './add-kpi.js';

/** Has an organisation count and show a KPI of the catalogue, also of what has come before. */
export class UseKpi {
  constructor(
    private readonly definitions: Definitions,
    private readonly requests: ScoringRequests,
    private readonly signals: Signals,
  ) {}

  /** False when there is no such KPI. */
  async execute(organisationId: OrganisationId, key: string, by: Actor): Promise<boolean> {
    const kpi = KPIS.find((candidate) => candidate.key === key);
    if (!kpi) return false;
    await this.definitions.change(organisationId, (inForce) => addKpi(kpi, inForce), by);
    // Also when it is in use: who asked before may have died between the two steps.
    await this.signals.send({ kind: 'directory-changed', organisationId });
    await this.requests.request(organisationId);
    return true;
  }
}
