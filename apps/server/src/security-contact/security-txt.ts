const DAY_MS = 24 * 60 * 60_000;
/** RFC 9116 asks for less than a year. */
const GOOD_FOR_DAYS = 180;

export interface SecurityContact {
  /** `mailto:…` or a page. */
  readonly contact: string;
  readonly publicUrl: string;
}

/** The file by which people find whom to tell of a weakness (RFC 9116). It is good for half a year. */
export function securityTxt({ contact, publicUrl }: SecurityContact, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const expires = new Date(today + GOOD_FOR_DAYS * DAY_MS).toISOString().replace('.000Z', 'Z');
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
