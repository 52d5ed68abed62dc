import type {
  MeasureDefinition,
  MetricDefinition,
  OrganisationId,
  TeamId,
} from '@bellwether/domain';
import type { Actor } from './audit.js';

export interface NewOrganisation {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
  readonly measures: readonly MeasureDefinition[];
  readonly metrics: readonly MetricDefinition[];
}

export interface NewSource {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly secrets: readonly string[];
  readonly settings: unknown;
}

/** What a key or an account opens. */
export type Grant =
  | { readonly role: 'owner' }
  | { readonly role: 'admin' }
  | { readonly role: 'manager'; readonly teamIds: readonly TeamId[] }
  | { readonly role: 'viewer' }
  | { readonly role: 'screen'; readonly screenId: number }
  | { readonly role: 'rep'; readonly personId: number }
  | { readonly role: 'source'; readonly sourceId: number }
  /** An identity provider, which keeps the directory. */
  | { readonly role: 'provisioner' };

export interface SlideSetting {
  readonly board: string;
  readonly strip: string | null;
  readonly seconds: number;
}

export interface Organisations {
  add(organisation: NewOrganisation, by: Actor): Promise<OrganisationId>;
  addSource(organisationId: OrganisationId, source: NewSource, by: Actor): Promise<number>;
  addScreen(
    organisationId: OrganisationId,
    screen: { readonly name: string; readonly slides: readonly SlideSetting[] },
    by: Actor,
  ): Promise<number>;
  /** Keeps the key's hash; the key itself is known to its holder only. */
  addKey(
    organisationId: OrganisationId,
    key: string,
    label: string,
    grant: Grant,
    by: Actor,
  ): Promise<void>;
}
