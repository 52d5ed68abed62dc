import type { GoalKind, Instant, OrganisationId, PersonId } from '@bellwether/domain';
import type { UseKpi } from '../library/use-kpi.js';
import type { Actor } from '../ports/audit.js';
import type { Left } from '../ports/definitions.js';
import type { Directory } from '../ports/directories.js';
import type { GoalChange, GoalDays, GoalEntry, Goals } from '../ports/goals.js';
import type { ImportSources } from '../ports/imports.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';
import type { Sources } from '../ports/sources.js';
import { countedBy } from './counted-by.js';

/** What the desk is called among the sources. */
const SOURCE = 'Goals at the desk';

export interface KeptInLedger {
  readonly kind: GoalKind;
  readonly of: 'people' | 'teams';
  readonly days: GoalDays;
  readonly people: readonly PersonId[];
  readonly at: Instant;
}

/** Keeps goals, tells the ledger of them as a source of its own, and sees to it that the library counts them. */
export class KeepInLedger {
  constructor(
    private readonly goals: Goals,
    private readonly naming: ImportSources,
    private readonly sources: Sources,
    private readonly useKpi: UseKpi,
    private readonly hearers: { readonly requests: ScoringRequests; readonly signals: Signals },
    /** Hears of those that could not be told: the goals are kept, and the sweep finds them. */
    private readonly onUntold: (error: unknown) => void,
  ) {}

  async execute<Reason>(
    { organisation, metrics }: Directory,
    change: KeptInLedger,
    decide: (kept: readonly GoalEntry[]) => GoalChange | Left<Reason>,
    by: Actor,
  ): Promise<'changed' | Reason> {
    const { id: organisationId } = organisation;
    const source = await this.#source(organisationId, by);
    // First: goals that nothing counts would be kept if this failed behind them.
    const { kpi } = countedBy(change.kind, change.of);
    if (!metrics.some(({ key }) => key === kpi)) {
      await this.useKpi.execute(organisationId, kpi, by);
    }
    const outcome = await this.goals.change(organisationId, { ...change, source }, decide, by);
    if (outcome !== 'changed') return outcome;
    const { requests, signals } = this.hearers;
    await signals.send({ kind: 'directory-changed', organisationId }).catch(this.onUntold);
    await requests.request(organisationId).catch(this.onUntold);
    return outcome;
  }

  async #source(organisationId: OrganisationId, by: Actor) {
    const id = await this.naming.named(organisationId, SOURCE, by);
    const source = await this.sources.byId(organisationId, id);
    return { id, paused: source?.paused ?? false };
  }
}
