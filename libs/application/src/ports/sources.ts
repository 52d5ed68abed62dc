import type { OrganisationId, SourceId } from '@bellwether/domain';
import type { Source } from './connector.js';

export interface Sources {
  /** The source with this address, of any organisation: the address is the secret. */
  byAddress(address: string): Promise<Source | undefined>;
  /** The source that an API key belongs to. */
  byApiKey(key: string): Promise<Source | undefined>;
  /** A source of the organisation. */
  byId(organisationId: OrganisationId, id: SourceId): Promise<Source | undefined>;
}
