import type {
  FieldRule,
  FiscalPattern,
  GatheredBy,
  OwnMetricDraft,
  Privacy,
  GoalMeasure,
  ReliefReason,
} from '@bellwether/domain';
import type { ColumnType, Generated } from 'kysely';

/** Read as milliseconds since 1970, written as ISO 8601. */
type Timestamp = ColumnType<number, string, string>;
/** The database knows the moment itself. */
type GeneratedTimestamp = ColumnType<number, string | undefined, string>;
type Json<T> = ColumnType<T, string, string>;

/** Every table, as its rows come and go. `bigint` columns fit a number: they count rows. */
export interface Schema {
  organisation: {
    id: Generated<number>;
    name: string;
    time_zone: string;
    currency: string;
    locale: string;
    week_starts_on: Generated<number>;
    fiscal_start_month: Generated<number>;
    fiscal_pattern: Generated<FiscalPattern>;
    directory_version: Generated<number>;
    erasure_salt: Generated<string>;
    created_at: GeneratedTimestamp;
  };
  ledger_head: { organisation_id: number; seq: Generated<number> };
  team: { id: Generated<number>; organisation_id: number; name: string; ribbon: number };
  person: {
    id: Generated<number>;
    organisation_id: number;
    name: string;
    short_name: string;
    photo_url: string | null;
    active: Generated<boolean>;
    nickname: string | null;
    pronunciation: string | null;
    job_title: string | null;
    manager_id: number | null;
    hired_on: string | null;
    left_on: string | null;
    time_zone: string | null;
    working_days: number[] | null;
    absences: ColumnType<unknown, string | undefined, string>;
    erased_at: Timestamp | null;
    created_at: GeneratedTimestamp;
  };
  person_photo: {
    person_id: number;
    organisation_id: number;
    name: string;
    type: string;
    bytes: Buffer;
  };
  person_identity: {
    organisation_id: number;
    namespace: string;
    value: string;
    person_id: number;
  };
  team_membership: {
    organisation_id: number;
    person_id: number;
    team_id: number;
    from_date: string;
    until_date: string | null;
  };
  measure: {
    id: Generated<number>;
    organisation_id: number;
    key: string;
    version: number;
    definition: Json<unknown>;
    replaced_at: Timestamp | null;
  };
  metric: {
    id: Generated<number>;
    organisation_id: number;
    key: string;
    version: number;
    definition: Json<unknown>;
    replaced_at: Timestamp | null;
  };
  metric_privacy: {
    organisation_id: number;
    metric: string;
    audience: Privacy['audience'];
    shows: Privacy['shows'];
    places: number | null;
  };
  scorecard: {
    id: Generated<number>;
    organisation_id: number;
    name: string;
    people: number[];
    job_titles: string[];
    teams: number[];
    lines: Json<unknown>;
    forgiven_misses: Generated<number>;
    created_at: GeneratedTimestamp;
  };
  own_target: {
    organisation_id: number;
    scorecard_id: number;
    person_id: number;
    metric: string;
    target: number;
  };
  holiday: { organisation_id: number; date: string; name: string };
  goal: {
    organisation_id: number;
    name: string;
    person_id: number;
    team_id: number | null;
    measure: GoalMeasure;
    product: string | null;
    period: string | null;
    starts_on: string;
    ends_on: string;
    reason: ReliefReason | null;
    value: number | null;
    changed_at: number;
  };
  own_metric: {
    organisation_id: number;
    key: string;
    version: number;
    draft: Json<OwnMetricDraft>;
    changed_at: GeneratedTimestamp;
  };
  rescoring: {
    id: Generated<number>;
    organisation_id: number;
    reason: string;
    state: Generated<'running' | 'done' | 'cancelled'>;
    cursor: Generated<number>;
    up_to: number;
    done: Generated<number>;
    total: number;
    started_at: GeneratedTimestamp;
    ended_at: Timestamp | null;
  };
  source: {
    id: Generated<number>;
    organisation_id: number;
    kind: string;
    name: string;
    address: string;
    secrets: Json<readonly string[]>;
    settings: Json<unknown>;
    field_rules: ColumnType<readonly FieldRule[], string | undefined, string>;
    settings_version: Generated<number>;
    paused: Generated<boolean>;
    created_at: GeneratedTimestamp;
    old_secrets_until: Timestamp | null;
    old_secret_used_at: Timestamp | null;
    new_secret_used_at: Timestamp | null;
    silent_after_minutes: number | null;
  };
  access_key: {
    hash: Buffer;
    organisation_id: number;
    role: string;
    label: string;
    source_id: number | null;
    screen_id: number | null;
    person_id: number | null;
    created_at: GeneratedTimestamp;
    revoked_at: Timestamp | null;
    handed_over: Generated<boolean>;
    replaces: Buffer | null;
    first_used_at: Timestamp | null;
  };
  audit: {
    id: Generated<number>;
    organisation_id: number;
    at: GeneratedTimestamp;
    actor_kind: string;
    actor_id: string | null;
    actor_name: string;
    deed: string;
    subject_kind: string;
    subject_id: string | null;
    subject_name: string;
    before: Json<unknown>;
    after: Json<unknown>;
  };
  setup_link: { hash: Buffer; created_at: GeneratedTimestamp; used_at: Timestamp | null };
  inbox: {
    id: Generated<number>;
    organisation_id: number;
    source_id: number;
    delivery_key: string;
    received_at: Timestamp;
    /** Null when it is no longer kept. */
    body: string | null;
    test: Generated<boolean>;
  };
  inbox_held: { organisation_id: number; source_id: number; inbox_id: number };
  turned_away: {
    id: Generated<number>;
    organisation_id: number;
    source_id: number;
    at: Timestamp;
    kind: string;
    reason: string;
    size: number;
    body: string | null;
  };
  refusal_hour: {
    organisation_id: number;
    source_id: number;
    hour: Timestamp;
    refused: number;
    last_at: Timestamp;
  };
  body_retention: { only_one: Generated<boolean>; looked_up_to: Generated<number> };
  body_needed: { inbox_id: number };
  inbox_queue: { organisation_id: number; inbox_id: number; replay: Generated<boolean> };
  exchange_rate: { organisation_id: number; currency: string; from_date: string; rate: string };
  record: {
    id: Generated<number>;
    organisation_id: number;
    source_id: number;
    type: string;
    external_id: string;
    history: Json<unknown>;
    booked: Json<unknown>;
    claims: Json<unknown>;
    has_problems: Generated<boolean>;
  };
  entry: {
    organisation_id: number;
    seq: number;
    record_id: number;
    revision: number;
    person_id: number;
    date: string;
    at: Timestamp;
    reverses: number | null;
    because_of: number | null;
    measure_ids: number[];
    quantities: number[];
    recorded_at: GeneratedTimestamp;
  };
  distinct_claim: {
    organisation_id: number;
    measure_id: number;
    person_id: number;
    date: string;
    distinct_key: string;
    record_id: number;
    revision: number;
    at: Timestamp;
    quantity: number;
    name: string;
    seq: number | null;
  };
  daily_total: {
    organisation_id: number;
    measure_id: number;
    person_id: number;
    date: string;
    quantity: number;
    last_at: Timestamp | null;
  };
  daily_facet: {
    organisation_id: number;
    measure_id: number;
    person_id: number;
    date: string;
    facet: string;
    quantity: number;
  };
  gathering: {
    organisation_id: number;
    gathered_by: GatheredBy;
    key: string;
    record_id: number;
    parent: string | null;
  };
  parked: {
    id: Generated<number>;
    organisation_id: number;
    source_id: number;
    inbox_id: number;
    record_id: number | null;
    kind: string;
    subject: string;
    detail: string;
    parked_at: GeneratedTimestamp;
    resolved_at: Timestamp | null;
    ignored_at: Timestamp | null;
  };
  ignored_person: {
    organisation_id: number;
    subject: string;
    ignored_at: GeneratedTimestamp;
  };
  celebration: {
    id: Generated<number>;
    organisation_id: number;
    record_id: number;
    person_id: number;
    date: string;
    happened_at: Timestamp;
    arrived_at: Timestamp;
    decided_at: GeneratedTimestamp;
    shown: Json<unknown> | null;
    taken_back_at: Timestamp | null;
  };
  screen: {
    id: Generated<number>;
    organisation_id: number;
    name: string;
    slides: Json<unknown>;
    reduced_motion: Generated<boolean>;
    volume: Generated<number>;
    keys_asked_at: Timestamp | null;
  };
  pairing: {
    device_hash: Buffer;
    user_code: string;
    opened_at: Timestamp;
    expires_at: Timestamp;
    organisation_id: number | null;
    screen_id: number | null;
    key_hash: Buffer | null;
  };
  import: {
    id: Generated<number>;
    organisation_id: number;
    source_id: number | null;
    name: string;
    fingerprint: string | null;
    options: Json<unknown>;
    state: string;
    uploaded: boolean;
    bytes: number;
    bytes_read: Generated<number>;
    last_row: Generated<number>;
    rows: Generated<number>;
    accepted: Generated<number>;
    parked: Generated<number>;
    duplicates: Generated<number>;
    ignored: Generated<number>;
    refused: Generated<number>;
    problem: string | null;
    started_at: GeneratedTimestamp;
    finished_at: Timestamp | null;
  };
  import_chunk: { import_id: number; number: number; bytes: Buffer };
  import_verdict: { import_id: number; last_row: number; lines: string };
  /** Better Auth's own, in so far as ours are joined to them. */
  account_user: { id: string; name: string; email: string; twoFactorEnabled: boolean | null };
  account_session: { id: string; userId: string; updatedAt: Timestamp; expiresAt: Timestamp };
  member: {
    user_id: string;
    organisation_id: number;
    role: string;
    person_id: number | null;
    team_ids: number[];
    joined_at: GeneratedTimestamp;
  };
  invitation: {
    id: Generated<number>;
    organisation_id: number;
    token_hash: Buffer;
    email: string;
    role: string;
    person_id: number | null;
    team_ids: number[];
    invited_by: string;
    mailed: boolean;
    invited_at: Timestamp;
    expires_at: Timestamp;
  };
}
