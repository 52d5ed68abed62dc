import type { Instant, OrganisationId } from '@bellwether/domain';
import type { Actor } from './audit.js';
import type { SlideSetting } from './organisations.js';

/** What a screen without a key shows, and what it knows itself by. */
export interface OpenPairing {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

/** The screen that a device becomes: one that is there, or a new one. */
export type PairedAs =
  | { readonly screenId: number }
  | { readonly name: string; readonly slides: readonly SlideSetting[] };

export type Claimed =
  | { readonly kind: 'claimed'; readonly screenId: number }
  /** Nobody shows this code, or no longer, or it has been claimed. */
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'unknown-screen' };

export interface Pairings {
  /** `taken` when another device shows the same code, `full` when so many are open. */
  open(pairing: OpenPairing, most: number): Promise<'opened' | 'taken' | 'full'>;
  claim(
    organisationId: OrganisationId,
    userCode: string,
    as: PairedAs,
    now: Instant,
    by: Actor,
  ): Promise<Claimed>;
  /**
   * When the device was claimed, keeps `key` as its screen's and ends the one that it collected
   * before. `waiting` while nobody has claimed it; `expired` when it is too late, or never was.
   */
  collect(
    deviceCode: string,
    key: string,
    now: Instant,
  ): Promise<'collected' | 'waiting' | 'expired'>;
}
