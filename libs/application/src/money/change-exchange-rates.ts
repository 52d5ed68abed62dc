import type { OrganisationId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories } from '../ports/directories.js';
import type { ExchangeRates, RateChange } from '../ports/exchange-rates.js';
import type { Parked } from '../ports/parked.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';
import type { Signals } from '../ports/signals.js';

/** Says what other currencies are worth. What was parked for want of a rate counts from now on. */
export class ChangeExchangeRates {
  constructor(
    private readonly rates: ExchangeRates,
    private readonly directories: Directories,
    private readonly parked: Parked,
    private readonly scoring: ScoringRequests,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Nothing is changed where one of them is of the organisation's own currency. */
  async execute(
    organisationId: OrganisationId,
    changes: readonly RateChange[],
    by: Actor,
  ): Promise<'kept' | 'own-currency'> {
    const { organisation } = await this.directories.fresh(organisationId);
    if (changes.some(({ currency }) => currency === organisation.currency)) return 'own-currency';
    const today = businessDateOf(this.clock.now(), organisation.timeZone);
    const isChanged = await this.rates.change(organisationId, changes, today, by);
    if (!isChanged) return 'kept';
    await this.signals.send({ kind: 'directory-changed', organisationId });
    const known = changes.filter(({ rate }) => rate !== null);
    for (const subject of new Set(known.map(({ currency }) => currency))) {
      await this.parked.requeue(organisationId, { kind: 'foreign-currency', subject }, by);
    }
    await this.scoring.request(organisationId);
    return 'kept';
  }
}
