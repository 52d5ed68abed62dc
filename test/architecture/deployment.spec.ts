import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../apps/server/src/config/load-config.js';

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly stop_grace_period?: string;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<'web' | 'worker' | 'postgres' | 'redis', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const { web, worker, postgres, redis } = compose.services;

/** What whoever runs it must set. */
const SET: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'secret',
  REDIS_PASSWORD: 'secret',
  BELLWETHER_SECRET_KEY: 'a secret of more than thirty-two letters'.replaceAll(' ', '-'),
};

/** As Compose fills in what stands in the environment. */
const filled = (environment: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(
        /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
        (_, variable: string, otherwise = '') => SET[variable] ?? String(otherwise),
      ),
    ]),
  );

describe('docker-compose.yml', () => {
  it('runs each role by itself, with settings that the server accepts', () => {
    const roles = [web, worker].map(({ environment }) => loadConfig(filled(environment)).roles);
    expect(roles).toEqual([['web'], ['worker']]);
    const { databaseUrl, redisUrl, host } = loadConfig(filled(web.environment));
    expect([databaseUrl, redisUrl, host]).toEqual([
      'postgres://bellwether:secret@postgres:5432/bellwether',
      'redis://:secret@redis:6379',
      '0.0.0.0',
    ]);
  });

  it('lets any number of each run: no fixed name, no fixed port of the host', () => {
    expect(web.ports).toEqual([expect.stringMatching(/^\d+-\d+:4321$/)]);
    expect(worker.ports).toBeUndefined();
    for (const service of [web, worker]) expect(service).not.toHaveProperty('container_name');
  });

  it('starts when both stores are healthy, and stops patiently', () => {
    for (const { depends_on: needs, stop_grace_period: grace } of [web, worker]) {
      expect(needs).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
      expect(Number.parseInt(grace ?? '0', 10)).toBeGreaterThan(loadConfig({}).shutdownSeconds);
    }
  });

  it('asks every service for its health', () => {
    const asked = Object.values(compose.services).map(({ healthcheck }) =>
      healthcheck.test.join(' '),
    );
    expect(asked).toHaveLength(4);
    expect(asked.filter((test) => test.includes('/health/ready'))).toHaveLength(2);
  });

  it('keeps its data, and never evicts a job', () => {
    expect(Object.keys(compose.volumes)).toEqual(['postgres', 'redis']);
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(postgres.image).toBe('postgres:18');
    const command = redis.command?.join(' ');
    expect(command).toMatch('--maxmemory-policy noeviction');
    expect(command).toMatch('--appendonly yes');
  });

  it('has no password of its own', () => {
    expect(readFileSync('docker-compose.yml', 'utf8')).toMatch(/\$\{POSTGRES_PASSWORD:\?/);
    expect(JSON.stringify(compose)).not.toMatch(/:\/\/[^$]*:[^$@]+@/);
  });
});

describe('the Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const instructions = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

  it('uses a Node that the product runs on', () => {
    const majors = instructions('FROM').map((image) => Number(/node:(\d+)/.exec(image)?.[1]));
    expect(new Set(majors)).toEqual(new Set([22]));
  });

  it('copies what there is', () => {
    const sources = instructions('COPY')
      .filter((copy) => !copy.startsWith('--from'))
      .flatMap((copy) => copy.split(' ').slice(0, -1));
    for (const source of sources) expect([source, existsSync(source)]).toEqual([source, true]);
  });

  it('runs the built server, and not as root', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(JSON.parse(instructions('CMD')[0] ?? '[]')).toContain('dist/server/main.js');
    expect(existsSync('apps/server/src/main.ts')).toBe(true);
  });
});
