export interface PostgresSituation {
  readonly port: number;
  /** Empty where no path is short enough for a socket. */
  readonly socketFolder: string;
  readonly memoryBytes: number;
  /** `false` only for throw-away data of tests. */
  readonly durable: boolean;
}

const MEGABYTE = 1024 * 1024;

/** How PostgreSQL is set for our load: many small transactions, one writer process, one machine. */
export function postgresSettings(situation: PostgresSituation): Readonly<Record<string, string>> {
  const { port, socketFolder, memoryBytes, durable } = situation;
  const onOff = durable ? 'on' : 'off';
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    cluster_name: 'bellwether',

    // An acknowledged delivery is on the disk: never traded for speed. Intake already gathers many
    // deliveries in one commit, so commit_delay would only add waiting.
    fsync: onOff,
    full_page_writes: onOff,
    synchronous_commit: onOff,

    // No replica reads this log, so it carries what recovery needs and no more.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    // Fewer checkpoints, so fewer full page images in the log; recovery after a crash stays in seconds.
    checkpoint_timeout: '15min',
    max_wal_size: '1GB',
    // Recycled files spare bursts the making of new ones.
    min_wal_size: '256MB',
    wal_buffers: '16MB',

    // An eighth of the memory: Redis, Node and the file cache live on the same machine.
    shared_buffers: `${megabytes(memoryBytes / 8, 64, 512)}MB`,
    effective_cache_size: `${megabytes(memoryBytes / 2, 256, 8_192)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',

    // Several pools (web, worker, command line) and room for a person with psql.
    max_connections: '100',
    // The data lies on an SSD or in the cache: an index is never far.
    random_page_cost: '1.1',
    // Short queries: compiling them, or splitting them over processes, costs more than it brings.
    jit: 'off',
    max_parallel_workers_per_gather: '0',

    // Answers do not depend on where the machine stands.
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  };
}

function megabytes(bytes: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(bytes / MEGABYTE, least), most));
}
