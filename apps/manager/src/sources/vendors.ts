import type { SourceBody } from '@bellwether/contracts';

export type VendorKind = SourceBody['kind'];

/** What the desk says about a kind of source, and where its secret comes from. */
export interface Vendor {
  readonly kind: VendorKind;
  readonly label: string;
  /** What it is for. */
  readonly about: string;
  /**
   * `ours`: we make it and tell it. `theirs`: the vendor has it before the source is made.
   * `later`: the vendor makes it when it is told our address.
   */
  readonly secret: 'ours' | 'theirs' | 'later';
}

export const VENDORS: readonly Vendor[] = [
  {
    kind: 'canonical',
    label: 'Events API',
    about: 'For anything that can send JSON: a dialer, a script, an automation.',
    secret: 'ours',
  },
  {
    kind: 'hubspot',
    label: 'HubSpot',
    about: 'For the webhooks of a HubSpot app: deals, calls, meetings, e-mails, contacts.',
    secret: 'theirs',
  },
  {
    kind: 'pipedrive',
    label: 'Pipedrive',
    about: 'For webhooks of version 2: deals, activities and leads.',
    secret: 'ours',
  },
  {
    kind: 'aircall',
    label: 'Aircall',
    about: 'For ended calls, with the time that was talked.',
    secret: 'later',
  },
];

export function vendorOf(kind: string): Vendor | undefined {
  return VENDORS.find((vendor) => vendor.kind === kind);
}

/** A user name and a password for vendors that sign in: `bellwether:…`. */
export function signInSecret(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) =>
    crypto.getRandomValues(bytes),
): string {
  const bytes = random(new Uint8Array(18));
  const text = btoa(String.fromCharCode(...bytes));
  return `bellwether:${text.replaceAll('+', '-').replaceAll('/', '_')}`;
}
