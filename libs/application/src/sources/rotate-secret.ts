import type { Instant, OrganisationId, SourceId } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Secrets } from '../ports/secrets.js';
import type { SourceKeeper } from '../ports/source-keeper.js';
import type { Sources } from '../ports/sources.js';

const HOUR_MS = 3_600_000;

export interface Rotation {
  /** The new secret, shown once. */
  readonly secret: string;
  /** The new API key of a source that has one, shown once. */
  readonly apiKey: string | null;
  /** Until then the old ones are valid too. */
  readonly oldUntil: Instant;
}

/** Gives a source a new secret. The old one stays valid for a while, so that nothing is lost meanwhile. */
export class RotateSecret {
  constructor(
    private readonly sources: Sources,
    private readonly keeper: SourceKeeper,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    sourceId: SourceId,
    /** The vendor's own secret; without it we make one. */
    given: string | undefined,
    hours: number,
    by: Actor,
  ): Promise<Rotation | 'unknown-source'> {
    const source = await this.sources.byId(organisationId, sourceId);
    if (!source) return 'unknown-source';
    const secret = given ?? this.secrets.webhookSecret();
    const apiKey = source.kind === 'canonical' ? this.secrets.key('source') : null;
    const oldUntil = this.clock.now() + hours * HOUR_MS;
    const rotation = { secret, apiKey, oldUntil };
    await this.keeper.startRotation(organisationId, sourceId, rotation, by);
    return { secret, apiKey, oldUntil };
  }

  /** The old ones are not valid any more. */
  async end(
    organisationId: OrganisationId,
    sourceId: SourceId,
    by: Actor,
  ): Promise<'ended' | 'unknown-source'> {
    if (!(await this.sources.byId(organisationId, sourceId))) return 'unknown-source';
    await this.keeper.endRotation(organisationId, sourceId, this.clock.now(), by);
    return 'ended';
  }
}
