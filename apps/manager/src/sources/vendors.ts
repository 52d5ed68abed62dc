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
  /** Where at the vendor the address is pasted. */
  readonly where: string;
  /** How what it sends is proven to be its own. */
  readonly proof: string;
  /** What to call the address and the secret there. */
  readonly addressName: string;
  readonly secretName: string;
}

export const VENDORS: readonly Vendor[] = [
  {
    kind: 'canonical',
    label: 'Events API',
    about: 'For anything that can send JSON: a dialer, a script, an automation.',
    secret: 'ours',
    where: 'In whatever sends: set the address, and send JSON with the key or signed',
    proof: 'Each delivery carries the key, or a signature made with the secret',
    addressName: 'Address',
    secretName: 'Signing secret',
  },
  {
    kind: 'hubspot',
    label: 'HubSpot',
    about: 'For the webhooks of a HubSpot app: deals, calls, meetings, e-mails, contacts.',
    secret: 'theirs',
    where:
      'In your HubSpot app: Webhooks, Target URL. Then subscribe to deals, contacts, calls, meetings and e-mails',
    proof: 'HubSpot signs each delivery with the client secret of the app',
    addressName: 'Target URL',
    secretName: 'Client secret',
  },
  {
    kind: 'pipedrive',
    label: 'Pipedrive',
    about: 'For webhooks of version 2: deals, activities and leads.',
    secret: 'ours',
    where: 'In Pipedrive: Tools and apps, Webhooks, version 2, all events',
    proof: 'Pipedrive signs in with the user name and password that you were shown',
    addressName: 'Endpoint URL',
    secretName: 'User name and password',
  },
  {
    kind: 'aircall',
    label: 'Aircall',
    about: 'For ended calls, with the time that was talked.',
    secret: 'later',
    where: 'In Aircall: Integrations, Webhook, with the event “call.ended”',
    proof: 'Aircall puts its token into each delivery',
    addressName: 'Webhook URL',
    secretName: 'Token',
  },
  {
    kind: 'json',
    label: 'Any JSON',
    about: 'For a tool that posts JSON of its own: you say where the fields stand in it.',
    secret: 'ours',
    where: 'In the tool: set the address, and send the secret as the header Authorization: Bearer',
    proof: 'Each delivery carries the secret, or a Standard Webhooks signature made with it',
    addressName: 'Address',
    secretName: 'Secret',
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
