import type { ProvisioningKeyMade } from '@bellwether/contracts';
import type { ApiClient } from './api-client.js';

/** What an identity provider proves itself by, from now on. */
export async function provisioning(
  floor: ApiClient,
  name = 'Okta',
): Promise<{ readonly authorization: string }> {
  const json = { name };
  const { body } = await floor.own<ProvisioningKeyMade>('/api/v1/provisioning/keys', { json });
  return { authorization: `Bearer ${body.key}` };
}
