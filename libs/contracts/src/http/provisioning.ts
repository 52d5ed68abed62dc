import { z } from 'zod';

/** `POST /api/v1/provisioning/keys`. */
export const ProvisioningKeyBody = z.strictObject({
  /** The identity provider, as the audit names it. */
  name: z.string().trim().min(1).max(100).default('SCIM'),
});
export type ProvisioningKeyBody = z.infer<typeof ProvisioningKeyBody>;

/** What an identity provider is given. The key is shown once; earlier ones stay valid. */
export const ProvisioningKeyMade = z.object({
  /** Its "tenant URL" or "base URL". */
  url: z.string(),
  key: z.string(),
});
export type ProvisioningKeyMade = z.infer<typeof ProvisioningKeyMade>;
