import type { OrganisationId, SourceId } from '@bellwether/domain';
import type { Acceptance } from '../intake/accept-delivery.js';
import type { ReceiveDelivery } from '../intake/receive-delivery.js';
import type { Clock } from '../ports/clock.js';
import type { Connectors, Source } from '../ports/connector.js';
import type { Sources } from '../ports/sources.js';

/**
 * Sends what the vendor would send, signed with the source's own secret, the way that all deliveries
 * take. It is kept and scored like any, but marked: it counts nowhere, and no bell rings.
 */
export class SendTest {
  constructor(
    private readonly sources: Sources,
    private readonly connectors: Connectors,
    private readonly receive: ReceiveDelivery,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    sourceId: SourceId,
    /** The address that the vendor was given. */
    urlOf: (source: Source) => string,
    /** Never used before. */
    name: string,
  ): Promise<Acceptance | 'unknown-source'> {
    const source = await this.sources.byId(organisationId, sourceId);
    const connector = source && this.connectors(source.kind);
    if (!connector) return 'unknown-source';
    const now = this.clock.now();
    const url = urlOf(source);
    const request = { method: 'POST', url, ...connector.sample(source, url, name, now) };
    return this.receive.execute(source, request, now, false, { test: true });
  }
}
