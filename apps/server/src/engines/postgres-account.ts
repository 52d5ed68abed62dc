import { execFile } from 'node:child_process';
import { lstat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { CannotRun } from '../start/cannot-run.js';
import type { Log } from './log.js';
import type { PostgresBinaries } from './postgres-binaries.js';

const run = promisify(execFile);

/** The system user of our own that PostgreSQL runs as where user namespaces are off. */
const SYSTEM_USER = 'bellwether';

export interface PostgresAccount {
  /** What to put before a command. */
  readonly prefix: readonly string[];
  /** Who must own the cluster's files. */
  readonly uid: number;
  readonly gid: number;
}

/**
 * How PostgreSQL is run, which refuses to be root.
 *
 * As an ordinary user: simply. As root: in a user namespace of its own, in which nobody is root but all
 * files of root can be reached, a clone under /root too. Where that is switched off, or the files belong
 * to somebody else: as a system user who keeps the one right of root to pass closed folders, which
 * is no more than what it has in the namespace.
 */
export async function postgresAccount(
  { initdb }: Pick<PostgresBinaries, 'initdb'>,
  folder: string,
  log: Log,
): Promise<PostgresAccount> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { prefix: [], uid, gid };
  const namespace = ['unshare', '--user'];
  if (await canRun(namespace, initdb, folder)) return { prefix: namespace, uid, gid };
  const user = (await systemUser()) ?? (await addSystemUser(log));
  const asUser = user && [
    'setpriv',
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Or access(2), by which PostgreSQL looks for its own program, would not count that right.
    '--securebits=+no_setuid_fixup',
  ];
  if (user && asUser && (await canRun(asUser, initdb, folder))) {
    return { prefix: asUser, ...user };
  }
  throw new CannotRun(
    'PostgreSQL does not run as root, and this system lets us use neither a user namespace nor a user ' +
      'of its own for it. Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours.',
  );
}

/** Whether initdb gets as far as to show its settings: it is not root, has a name, and finds its server. */
async function canRun(prefix: readonly string[], initdb: string, folder: string): Promise<boolean> {
  const trial = '[ -w "$1" ] && exec "$0" --pgdata="$1/postgres" --show';
  return succeeds([...prefix, 'sh', '-c', trial, initdb, folder]);
}

async function systemUser(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run('id', ['-u', SYSTEM_USER]),
      run('id', ['-g', SYSTEM_USER]),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function addSystemUser(log: Log): ReturnType<typeof systemUser> {
  const command = [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
  ];
  if (!(await succeeds([...command, SYSTEM_USER]))) return undefined;
  log.info(`Adds the system user ${SYSTEM_USER}: PostgreSQL does not run as root`);
  return systemUser();
}

async function succeeds([program = '', ...rest]: readonly string[]): Promise<boolean> {
  return run(program, rest, { cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/** Gives the cluster to the account when it was made by the other one that root uses. */
export async function ownCluster(
  cluster: string,
  { uid, gid }: Pick<PostgresAccount, 'uid' | 'gid'>,
): Promise<void> {
  if ((await lstat(cluster)).uid === uid) return;
  await run('chown', ['-R', '-h', `${uid}:${gid}`, cluster]);
}
