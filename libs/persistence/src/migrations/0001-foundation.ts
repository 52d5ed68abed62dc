import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** The inbox, the ledger and all that explains it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table organisation (
    id integer generated always as identity primary key,
    name text not null,
    time_zone text not null,
    currency char(3) not null,
    locale text not null,
    -- Raised with every change of people, teams, measures or metrics: what is cached by it is current.
    directory_version integer not null default 1,
    created_at timestamptz not null default now()
  )`,

  // One row a organisation; whoever scores holds it, so the sequence has no gaps.
  `create table ledger_head (
    organisation_id integer primary key references organisation,
    seq bigint not null default 0
  )`,

  `create table team (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    name text not null,
    ribbon integer not null,
    unique (organisation_id, name)
  )`,
  `create table person (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    name text not null,
    short_name text not null,
    photo_url text,
    active boolean not null default true,
    created_at timestamptz not null default now()
  )`,
  `create index person_organisation on person (organisation_id)`,
  // Somebody as a source calls them: ('email', 'ada@example.com'), ('source-3', '77001').
  `create table person_identity (
    organisation_id integer not null references organisation,
    namespace text not null,
    value text not null,
    person_id integer not null references person,
    primary key (organisation_id, namespace, value)
  )`,
  `create table team_membership (
    organisation_id integer not null references organisation,
    person_id integer not null references person,
    team_id integer not null references team,
    from_date date not null,
    until_date date,
    primary key (person_id, from_date),
    check (until_date is null or from_date < until_date)
  )`,
  `create index team_membership_organisation on team_membership (organisation_id)`,

  // One row for each version of each definition.
  `create table measure (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    key text not null,
    version integer not null,
    definition jsonb not null,
    replaced_at timestamptz,
    unique (organisation_id, key, version)
  )`,
  `create table metric (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    key text not null,
    version integer not null,
    definition jsonb not null,
    replaced_at timestamptz,
    unique (organisation_id, key, version)
  )`,

  `create table source (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    kind text not null,
    name text not null,
    -- The last part of its address; not to be guessed.
    address text not null unique,
    secrets jsonb not null default '[]',
    settings jsonb not null default '{}',
    paused boolean not null default false,
    created_at timestamptz not null default now()
  )`,
  // Only hashes: a key is shown once, when it is made.
  `create table access_key (
    hash bytea primary key,
    organisation_id integer not null references organisation,
    role text not null,
    label text not null,
    source_id integer references source,
    screen_id integer,
    person_id integer references person,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
  )`,
  `create table setup_link (
    hash bytea primary key,
    created_at timestamptz not null default now(),
    used_at timestamptz
  )`,

  `create table inbox (
    id bigint generated always as identity primary key,
    organisation_id integer not null,
    source_id integer not null,
    delivery_key uuid not null,
    received_at timestamptz not null,
    -- The item as it was sent, byte for byte.
    body text not null,
    unique (source_id, delivery_key)
  )`,
  // What waits to be scored. Narrow, so that taking from it costs little.
  `create table inbox_queue (
    organisation_id integer not null,
    inbox_id bigint not null,
    replay boolean not null default false,
    primary key (organisation_id, inbox_id)
  )`,

  `create table record (
    id bigint generated always as identity primary key,
    organisation_id integer not null,
    source_id integer not null,
    type text not null,
    external_id text not null,
    -- Every accepted change, oldest first by the moment it became true.
    history jsonb not null,
    -- What the ledger holds for it, each with the entry that brought it.
    booked jsonb not null,
    -- Where it claims to be the one that counts (distinct measures).
    claims jsonb not null,
    has_problems boolean not null default false,
    unique (source_id, type, external_id)
  )`,
  `create index record_organisation on record (organisation_id)`,

  `create table entry (
    organisation_id integer not null,
    seq bigint not null,
    record_id bigint not null,
    revision integer not null,
    person_id integer not null,
    date date not null,
    at timestamptz not null,
    reverses bigint,
    because_of bigint,
    measure_ids integer[] not null,
    quantities bigint[] not null,
    recorded_at timestamptz not null default now(),
    primary key (organisation_id, seq)
  )`,
  `create index entry_person on entry (organisation_id, person_id, date)`,
  `create index entry_reverses on entry (organisation_id, reverses) where reverses is not null`,
  `create function refuse_ledger_change() returns trigger language plpgsql as $$
    begin raise exception 'the ledger is append-only'; end $$`,
  `create trigger entry_append_only before update or delete on entry
    for each row execute function refuse_ledger_change()`,

  `create table distinct_claim (
    organisation_id integer not null,
    measure_id integer not null,
    person_id integer not null,
    date date not null,
    distinct_key text not null,
    record_id bigint not null,
    revision integer not null,
    at timestamptz not null,
    quantity bigint not null,
    name text not null,
    seq bigint,
    primary key (organisation_id, measure_id, person_id, date, distinct_key, record_id)
  )`,

  `create table daily_total (
    organisation_id integer not null,
    measure_id integer not null,
    person_id integer not null,
    date date not null,
    quantity bigint not null,
    -- The latest moment that still counts; null when nothing does.
    last_at timestamptz,
    primary key (organisation_id, measure_id, person_id, date)
  ) with (fillfactor = 70)`,
  `create index daily_total_date on daily_total (organisation_id, date, measure_id)`,

  `create table parked (
    id bigint generated always as identity primary key,
    organisation_id integer not null,
    source_id integer not null,
    inbox_id bigint not null,
    record_id bigint,
    kind text not null,
    -- What it is about, e.g. the unknown identity.
    subject text not null,
    detail text not null,
    parked_at timestamptz not null default now(),
    resolved_at timestamptz
  )`,
  `create unique index parked_record on parked (record_id, kind, subject)
    where record_id is not null and resolved_at is null`,
  `create unique index parked_delivery on parked (inbox_id)
    where record_id is null and resolved_at is null`,
  `create index parked_open on parked (organisation_id, kind, subject) where resolved_at is null`,

  `create table celebration (
    id bigint generated always as identity primary key,
    organisation_id integer not null,
    record_id bigint not null,
    person_id integer not null,
    date date not null,
    happened_at timestamptz not null,
    arrived_at timestamptz not null,
    decided_at timestamptz not null default now(),
    -- What the screens show; filled when the boards have moved.
    shown jsonb,
    taken_back_at timestamptz,
    unique (record_id, date)
  )`,
  `create index celebration_recent on celebration (organisation_id, decided_at)`,

  `create table screen (
    id integer generated always as identity primary key,
    organisation_id integer not null references organisation,
    name text not null,
    slides jsonb not null,
    reduced_motion boolean not null default false,
    volume real not null default 0.6
  )`,
];
