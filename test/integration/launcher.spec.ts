import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { installation } from '../../scripts/launcher/installation.mjs';
import { installedAsLocked } from '../../scripts/launcher/installed-as-locked.mjs';
import { sourcesHash } from '../../scripts/launcher/sources-hash.mjs';
import { tally } from '../../scripts/launcher/tally.mjs';

describe('a missing program', () => {
  it.each([
    {
      system: 'Debian as root',
      program: 'Redis',
      has: ['apt-get'],
      isRoot: true,
      maySudo: false,
      first: [
        'env DEBIAN_FRONTEND=noninteractive apt-get update -q',
        'env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends redis-server',
      ],
      typed: 'apt-get update && apt-get install -y redis-server',
    },
    {
      system: 'Debian with sudo that asks for nothing',
      program: 'Chromium',
      has: ['apt-get'],
      isRoot: false,
      maySudo: true,
      first: [
        'sudo -n env DEBIAN_FRONTEND=noninteractive apt-get update -q',
        'sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium',
      ],
      typed: 'sudo apt-get update && sudo apt-get install -y chromium',
    },
    {
      system: 'Debian as a user without rights',
      program: 'Redis',
      has: ['apt-get'],
      isRoot: false,
      maySudo: false,
      first: undefined,
      typed: 'sudo apt-get update && sudo apt-get install -y redis-server',
    },
    {
      system: 'Fedora as root',
      program: 'Redis',
      has: ['dnf'],
      isRoot: true,
      maySudo: false,
      first: ['dnf install -y valkey'],
      typed: 'dnf install -y valkey',
    },
    {
      system: 'Alpine as root',
      program: 'Redis',
      has: ['apk'],
      isRoot: true,
      maySudo: false,
      first: ['apk add --no-cache redis'],
      typed: 'apk add --no-cache redis',
    },
    {
      system: 'Arch with sudo',
      program: 'Chromium',
      has: ['pacman'],
      isRoot: false,
      maySudo: true,
      first: ['sudo -n pacman -Sy --noconfirm --needed chromium'],
      typed: 'sudo pacman -Sy --noconfirm --needed chromium',
    },
    {
      system: 'openSUSE as root',
      program: 'Redis',
      has: ['zypper'],
      isRoot: true,
      maySudo: false,
      first: ['zypper --non-interactive install redis'],
      typed: 'zypper --non-interactive install redis',
    },
    {
      system: 'a Mac',
      program: 'Redis',
      has: ['brew'],
      isRoot: false,
      maySudo: false,
      first: ['brew install redis'],
      typed: 'brew install redis',
    },
    {
      system: 'a Mac, where brew does not run as root',
      program: 'Chromium',
      has: ['brew'],
      isRoot: true,
      maySudo: true,
      first: undefined,
      typed: 'brew install --cask google-chrome',
    },
    {
      system: 'an unknown system',
      program: 'Redis',
      has: [],
      isRoot: true,
      maySudo: true,
      first: undefined,
      typed: undefined,
    },
  ] as const)('$program on $system', ({ program, has, isRoot, maySudo, first, typed }) => {
    const names: readonly string[] = has;
    const plan = installation(program, { has: (name) => names.includes(name), isRoot, maySudo });
    expect(plan.attempts[0]?.map((command) => command.join(' '))).toEqual(first);
    expect(plan.typed).toBe(typed);
  });

  it('is looked for under its other name when the first is not to be had', () => {
    const situation = { has: (name: string) => name === 'dnf', isRoot: true, maySudo: false };
    const { attempts } = installation('Redis', situation);
    expect(attempts.map((commands) => commands.at(-1)?.at(-1))).toEqual(['valkey', 'redis']);
  });
});

describe('packages', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/for-a-mac': { version: '1.0.0', optional: true },
    },
  };

  it.each([
    ['match', { 'node_modules/zod': { version: '4.6.7' } }, true],
    [
      'match with those of this system',
      { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/for-a-mac': { version: '1.0.0' } },
      true,
    ],
    ['do not match in another version', { 'node_modules/zod': { version: '4.6.6' } }, false],
    ['do not match when one is missing', {}, false],
    [
      'do not match when there is one too many',
      { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/left-over': { version: '1.0.0' } },
      false,
    ],
  ])('%s', (_, packages, matches) => {
    expect(installedAsLocked(lock, { packages })).toBe(matches);
  });

  it('never match an empty lock', () => {
    expect(installedAsLocked({}, {})).toBe(false);
  });
});

describe('what an app is built from', () => {
  it('is its files by content, not by time, and not its tests', () => {
    const root = folderWith({ 'app/main.ts': 'a', 'app/deep/part.ts': 'b', 'lock.json': '{}' });
    const hash = (): string => sourcesHash(root, ['app', 'lock.json', 'not-there']);
    const before = hash();

    write(root, 'app/main.ts', 'a');
    write(root, 'app/main.spec.ts', 'a test');
    write(root, 'elsewhere.ts', 'c');
    expect(hash()).toBe(before);

    write(root, 'app/deep/part.ts', 'B');
    expect(hash()).not.toBe(before);
    write(root, 'app/deep/part.ts', 'b');
    expect(hash()).toBe(before);

    write(root, 'app/new.ts', '');
    expect(hash()).not.toBe(before);
  });
});

describe('the tally', () => {
  const file = (
    ...statuses: string[]
  ): { status: string; assertionResults: { status: string }[] } => ({
    status: statuses.includes('failed') ? 'failed' : 'passed',
    assertionResults: statuses.map((status) => ({ status })),
  });

  it.each([
    {
      when: 'all passes',
      checks: [true, true],
      files: [file('passed', 'passed'), file('passed')],
      counts: { passed: 5, failed: 0 },
    },
    {
      when: 'a check and a test fail',
      checks: [true, false],
      files: [file('passed', 'failed')],
      succeeded: false,
      counts: { passed: 2, failed: 2 },
    },
    {
      when: 'a skipped test counts as neither',
      checks: [true],
      files: [file('passed', 'skipped', 'todo')],
      counts: { passed: 2, failed: 0 },
    },
    {
      when: 'a file cannot be loaded',
      checks: [true],
      files: [file('passed'), { status: 'failed', assertionResults: [] }],
      succeeded: false,
      counts: { passed: 2, failed: 1 },
    },
    { when: 'no test ran', checks: [true], files: [], counts: { passed: 1, failed: 1 } },
    { when: 'no check ran', checks: [], files: [file('passed')], counts: { passed: 1, failed: 1 } },
    {
      when: 'the run fell over with no test to blame',
      checks: [true],
      files: [file('passed')],
      succeeded: false,
      counts: { passed: 2, failed: 1 },
    },
  ])('counts $counts.passed passed and $counts.failed failed when $when', (results) => {
    const checks = results.checks.map((ok) => ({ ok }));
    const { files, succeeded = true, counts } = results;
    expect(tally(checks, { testResults: files }, succeeded)).toEqual(counts);
  });

  it('counts results that are not there as failures', () => {
    expect(tally(undefined, undefined, false)).toEqual({ passed: 0, failed: 2 });
  });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bw-launcher-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) write(root, name, content);
  return root;
}

function write(root: string, name: string, content: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}
