import type { Instant, OrganisationId, Silence, SourceState } from '@bellwether/domain';
import { judgeSilence, stateOfSource } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Connectors } from '../ports/connector.js';
import type { Activity, SourceActivity } from '../ports/source-activity.js';
import { mapDelivery } from '../scoring/map-delivery.js';

const MINUTE_MS = 60_000;

export interface JudgedSource {
  readonly activity: Activity;
  readonly state: SourceState;
  readonly silence: Silence | null;
  readonly lastAt: Instant | null;
  /** How long its newest events took from becoming true to arriving: the middle one. */
  readonly eventAgeMs: number | null;
}

/** Says how each source is doing. */
export class JudgeSources {
  constructor(
    private readonly activity: SourceActivity,
    private readonly connectors: Connectors,
    private readonly clock: Clock,
  ) {}

  async execute(organisationId: OrganisationId): Promise<readonly JudgedSource[]> {
    const now = this.clock.now();
    const activities = await this.activity.read(organisationId, now);
    return activities.map((activity) => this.#judge(activity, now));
  }

  #judge(activity: Activity, now: Instant): JudgedSource {
    const { source, sentAt, silentAfterMinutes, refusedAt } = activity;
    const silentAfterMs = silentAfterMinutes === null ? null : silentAfterMinutes * MINUTE_MS;
    const { timeZone } = source.organisation;
    const silence = judgeSilence({ sentAt, silentAfterMs, timeZone, now });
    const lastAt = sentAt.at(-1) ?? null;
    const { paused } = source;
    return {
      activity,
      silence,
      lastAt,
      state: stateOfSource({ paused, lastAt, refusedAt, silence, now }),
      eventAgeMs: this.#eventAge(activity),
    };
  }

  #eventAge({ source, newest }: Activity): number | null {
    const ages = newest.flatMap(({ key, body, arrivedAt }) => {
      if (body === null) return [];
      const mapping = mapDelivery(this.connectors, { source, body, key });
      if (mapping.kind !== 'changes') return [];
      return mapping.changes.map(({ change }) => Math.max(0, arrivedAt - change.at));
    });
    return ages.sort((a, b) => a - b)[Math.floor(ages.length / 2)] ?? null;
  }
}
