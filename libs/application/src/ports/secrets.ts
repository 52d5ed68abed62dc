/** Makes what must not be guessed. */
export interface Secrets {
  /** E.g. `bw_owner_…`: what it is for can be told from its beginning. */
  key(purpose: string): string;
  /** The last part of a photo's address. */
  photo(): string;
  /** A Standard Webhooks secret, `whsec_…`. */
  webhookSecret(): string;
  /** The last part of a source's address. */
  address(kind: string): string;
  /** `HK7P-RM4X`: for people to read and type. */
  pairingCode(): string;
}
