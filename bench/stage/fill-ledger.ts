import pg from 'pg';

/**
 * Puts entries `from` to `to` into the ledger of an organisation, spread by a hash over its people (so
 * that their scores differ) and over the last year, and works the daily totals out from them. As fast as PostgreSQL can: by its own means,
 * and with the indexes made afterwards.
 */
export async function fillLedger(databaseUrl: string, from: number, to: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('drop index if exists entry_person, entry_reverses');
    await client.query(ENTRIES, [from, to]);
    await client.query(`
      create index entry_person on entry (organisation_id, person_id, date);
      create index entry_reverses on entry (organisation_id, reverses) where reverses is not null;
      truncate daily_total`);
    await client.query(TOTALS);
    await client.query('update ledger_head set seq = $1', [to]);
    await client.query('vacuum analyze entry, daily_total');
  } finally {
    await client.end();
  }
}

/** Of ten entries seven are calls, then an e-mail, a meeting and a deal; each moves two measures or one. */
const ENTRIES = `
  with people as (select min(id) as first, count(*)::integer as many from person),
  kind as (
    select array_agg(id) filter (where key = 'calls') || array_agg(id) filter (where key = 'talk_time') as call,
      array_agg(id) filter (where key = 'emails') as email,
      array_agg(id) filter (where key = 'meetings_held') || array_agg(id) filter (where key = 'conversations') as meeting,
      array_agg(id) filter (where key = 'deals_won') || array_agg(id) filter (where key = 'revenue_won') as deal
    from measure
  )
  insert into entry (organisation_id, seq, record_id, revision, person_id, date, at, measure_ids, quantities)
  select 1, seq, seq, 1, people.first + (hashint8(seq) & 2147483647) % people.many,
    current_date - (seq % 365)::integer, (current_date - (seq % 365)::integer) + time '12:00',
    case when seq % 10 < 7 then kind.call when seq % 10 = 7 then kind.email
      when seq % 10 = 8 then kind.meeting else kind.deal end,
    case when seq % 10 < 7 then array[1000, seq % 180] when seq % 10 = 7 then array[1000]
      when seq % 10 = 8 then array[1000, 1000] else array[1000, 100000 + seq % 900000] end
  from people, kind, generate_series($1::bigint, $2::bigint) seq`;

const TOTALS = `
  insert into daily_total (organisation_id, measure_id, person_id, date, quantity, last_at)
  select 1, part.measure_id, entry.person_id, entry.date, sum(part.quantity), max(entry.at)
  from entry cross join lateral (
    values (entry.measure_ids[1], entry.quantities[1]), (entry.measure_ids[2], entry.quantities[2])
  ) as part (measure_id, quantity)
  where part.measure_id is not null
  group by part.measure_id, entry.person_id, entry.date`;
