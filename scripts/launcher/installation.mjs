/**
 * @typedef {'Redis' | 'Chromium'} Program
 * @typedef {object} Situation
 * @property {(name: string) => boolean} has whether a command is on the PATH
 * @property {boolean} isRoot
 * @property {boolean} maySudo whether sudo asks for no password
 */

/**
 * The package managers we know, and what the programs are called there, the likeliest first.
 * @type {{ name: string, refresh?: string[], install: string[], asUser?: true, packages: Record<Program, string[]> }[]}
 */
const managers = [
  {
    name: 'apt-get',
    // A fresh machine has no lists of packages.
    refresh: ['apt-get', 'update', '-q'],
    install: ['apt-get', 'install', '-y', '-q', '--no-install-recommends'],
    packages: {
      Redis: ['redis-server', 'valkey-server'],
      Chromium: ['chromium', 'chromium-browser'],
    },
  },
  {
    name: 'dnf',
    install: ['dnf', 'install', '-y'],
    packages: { Redis: ['valkey', 'redis'], Chromium: ['chromium'] },
  },
  {
    name: 'apk',
    install: ['apk', 'add', '--no-cache'],
    packages: { Redis: ['redis', 'valkey'], Chromium: ['chromium'] },
  },
  {
    name: 'pacman',
    install: ['pacman', '-Sy', '--noconfirm', '--needed'],
    packages: { Redis: ['valkey', 'redis'], Chromium: ['chromium'] },
  },
  {
    name: 'zypper',
    install: ['zypper', '--non-interactive', 'install'],
    packages: { Redis: ['redis', 'valkey'], Chromium: ['chromium'] },
  },
  {
    name: 'brew',
    install: ['brew', 'install'],
    asUser: true,
    packages: { Redis: ['redis', 'valkey'], Chromium: ['--cask google-chrome'] },
  },
];

/** What matters only where nobody reads along. */
const forMachines = ['-q', '--no-install-recommends'];

/**
 * How a missing program gets onto this system. `attempts` are tried in turn until one succeeds, each a list
 * of commands; there are none where we may not install. `typed` is what a person would type.
 * @param {Program} program
 * @param {Situation} situation
 * @returns {{ attempts: string[][][], typed: string | undefined }}
 */
export function installation(program, { has, isRoot, maySudo }) {
  const manager = managers.find(({ name }) => has(name));
  if (manager === undefined) return { attempts: [], typed: undefined };
  const { refresh, install, asUser = false, packages } = manager;
  const [likeliest = ''] = packages[program];
  const person = isRoot || asUser ? [] : ['sudo'];
  const typed = [...(refresh ? [refresh] : []), [...install, likeliest]]
    .map((command) =>
      [...person, ...command.filter((word) => !forMachines.includes(word))].join(' '),
    )
    .join(' && ');

  if (asUser ? isRoot : !isRoot && !maySudo) return { attempts: [], typed };
  const before = [
    ...(asUser || isRoot ? [] : ['sudo', '-n']),
    // Debian's packages ask questions otherwise; sudo passes nothing on but what stands in the command.
    ...(manager.name === 'apt-get' ? ['env', 'DEBIAN_FRONTEND=noninteractive'] : []),
  ];
  const attempts = packages[program].map((name) => [[...before, ...install, ...name.split(' ')]]);
  if (refresh) attempts[0]?.unshift([...before, ...refresh]);
  return { attempts, typed };
}
