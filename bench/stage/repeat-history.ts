import pg from 'pg';

/**
 * Makes so many records of those that were sent, each under a name and with contacts of its own, and
 * with nothing booked yet: history that has never been counted.
 */
export async function repeatHistory(databaseUrl: string, records: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(REPEATED, [records]);
    await client.query('vacuum analyze record');
  } finally {
    await client.end();
  }
}

const REPEATED = `
  with sent as (select *, count(*) over () as many from record)
  insert into record (organisation_id, source_id, type, external_id, history, booked, claims)
  select organisation_id, source_id, type, external_id || ' again ' || round,
    replace(history::text, 'contact-', 'contact-' || round || '-')::json, '[]', '[]'
  from sent, generate_series(1, (select 1 + $1::integer / many from sent limit 1)) round
  limit $1::integer`;
