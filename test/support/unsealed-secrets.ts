import type { SourceSecrets } from '@bellwether/persistence';

/** Secrets of sources as they were kept before there was a key: whichever server comes, it can read them. */
export const unsealedSecrets: SourceSecrets = {
  seal: (_organisationId, _sourceId, secrets) => secrets,
  open: (_organisationId, _sourceId, stored) => stored,
};
