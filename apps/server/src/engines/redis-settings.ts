export interface RedisSituation {
  readonly folder: string;
  readonly pidFile: string;
  readonly port: number;
  readonly password: string;
  readonly databases: number;
}

/** The configuration file of the private Redis: the queue and the boards must survive its death. */
export function redisSettings(situation: RedisSituation): string {
  const { folder, pidFile, port, password, databases } = situation;
  const settings: Record<string, string> = {
    bind: '127.0.0.1',
    port: String(port),
    requirepass: password,
    dir: quoted(folder),
    pidfile: quoted(pidFile),
    databases: String(databases),
    daemonize: 'no',
    loglevel: 'notice',

    // Every change is written before its reply and reaches the disk within a second: the death of Redis
    // loses nothing, a power cut at most a second, which the ledger brings back.
    appendonly: 'yes',
    appendfsync: 'everysec',
    // The append-only file is the whole truth; snapshots beside it would be work for nothing.
    save: '""',
    // A queue from which jobs are evicted loses them silently; BullMQ asks for this.
    'maxmemory-policy': 'noeviction',
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('');
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&')}"`;
}
