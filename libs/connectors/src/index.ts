import type { Connector, Connectors } from '@bellwether/application';
import { aircallConnector } from './aircall/aircall.connector.js';
import { canonicalConnector } from './canonical/canonical.connector.js';
import { hubspotConnector } from './hubspot/hubspot.connector.js';
import { jsonConnector } from './json/json.connector.js';
import { pipedriveConnector } from './pipedrive/pipedrive.connector.js';
import { withFieldRules } from './with-field-rules.js';

export * from './importing/open-import.js';
export * from './importing/parse-mapping.js';
export * from './importing/read-people.js';
export * from './signing/hubspot-v3.js';
export * from './signing/standard-webhooks.js';

const CONNECTORS: readonly Connector[] = [
  canonicalConnector,
  hubspotConnector,
  pipedriveConnector,
  aircallConnector,
  jsonConnector,
].map(withFieldRules);

/** Every vendor that we understand, by its name. */
export const connectors: Connectors = (kind) =>
  CONNECTORS.find((connector) => connector.kind === kind);
