/**
 * All work that sees more than one organisation, each with the reason why. Everything else is done
 * through `database.of(organisationId)`, where PostgreSQL itself shows that organisation and no other.
 */
export const ACROSS_ORGANISATIONS = {
  keys: 'a key, or the address of a source, tells whose it is',
  accounts: 'a session, or the link of an invitation, tells whose it is',
  intake: 'one commit takes in what arrives for several organisations',
  'waiting work': 'a sweep finds the organisations and the files that somebody must work on',
  backlog: 'how much waits concerns the installation',
  retention: 'the inbox is emptied in the order of arrival',
  founding: 'there is no organisation before it is founded',
  pairing: 'a screen that waits for its code belongs to nobody yet',
  'secrets at rest': 'the secrets of all sources are sealed with one key',
  photos: 'a picture is loaded by its name alone, which nobody can guess',
  readiness: 'whether the database answers',
} as const;

export type AcrossOrganisations = keyof typeof ACROSS_ORGANISATIONS;
