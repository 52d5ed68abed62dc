import { sql } from 'kysely';

/** Of a row in `parked`: somebody has set it aside, by itself or with the person that it is about. */
export const IS_IGNORED = sql<boolean>`(parked.ignored_at is not null
  or (parked.kind = 'unknown-person' and exists (select from ignored_person
    where ignored_person.organisation_id = parked.organisation_id
      and ignored_person.subject = parked.subject)))`;
