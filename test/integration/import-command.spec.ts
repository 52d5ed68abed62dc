import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import { CommandLine } from '../support/command-line.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
let commandLine: CommandLine;
let folder: string;
beforeAll(async () => {
  server = await startTestServer(await testUrls());
  commandLine = await CommandLine.build(await testUrls());
  folder = mkdtempSync(join(tmpdir(), 'bellwether-import-'));
});
afterAll(async () => {
  commandLine.remove();
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const ROWS = 5_000;
const STOP_AFTER = 2_500;

function fileOf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const deals = (count: number) => [
  'Deal ID,Owner email,Status,Value,Close date',
  ...Array.from({ length: count }, (_, n) => `D-${n},ada@example.com,won,1.00,2026-01-15`),
];

const organisationOf = (floor: ApiClient) => `--organisation=${floor.founded.organisationId}`;

/** Holds every import up between taking a batch in and noting that, from some row on. */
async function holdAfter(row: number): Promise<{ held(): Promise<void>; letGo(): Promise<void> }> {
  const { databaseUrl } = await testUrls();
  const client = new pg.Client(databaseUrl);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`select pg_advisory_lock(4711)`);
  await client.query(`create function hold_import() returns trigger language plpgsql as $$
    begin
      if new.last_row > ${row} then perform pg_advisory_xact_lock(4711); end if;
      return new;
    end $$`);
  await client.query(`create trigger hold_import before insert on import_verdict
    for each row execute function hold_import()`);
  return {
    held: () =>
      vi.waitFor(
        async () => {
          const { rowCount } = await client.query(
            `select from pg_locks where locktype = 'advisory' and objid = 4711 and not granted`,
          );
          expect(rowCount).toBe(1);
        },
        { timeout: 40_000, interval: 20 },
      ),
    letGo: async () => {
      await client.query(`select pg_advisory_unlock(4711)`);
      await client.query(`drop function hold_import cascade`);
    },
  };
}

/** A command is a process of its own, and a busy machine takes its time to start one. */
const PATIENCE = { timeout: 240_000 };

describe('bellwether import', PATIENCE, () => {
  it('goes on where kill -9 stopped it: nothing lost, nothing doubled', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const file = fileOf('killed.csv', deals(ROWS));
    const hold = await holdAfter(STOP_AFTER);

    const first = commandLine.run('import', file, organisationOf(floor));
    await hold.held();
    first.process.kill('SIGKILL');
    expect((await first.ended).code).toBe('SIGKILL');
    await hold.letGo();

    const second = await commandLine.run('import', file, organisationOf(floor)).ended;
    expect(second.output).toMatch('Goes on after 2000 rows');
    // The batch that was taken in and not noted is known again.
    expect(second.output).toMatch('5,000 rows: 4,000 accepted');
    expect(second.output).toMatch('1,000 here before');
    expect(second.code).toBe(0);
    expect(await floor.standing('deals_won.year@2026.reps')).toEqual([['ada', ROWS * 1_000]]);
    const verdicts = readFileSync(`${file}.verdicts.csv`, 'utf8').trimEnd().split('\n');
    expect(verdicts).toHaveLength(ROWS + 1);
    expect(new Set(verdicts).size).toBe(ROWS + 1);

    const third = await commandLine.run('import', file, organisationOf(floor)).ended;
    expect(third.output).toMatch('5,000 rows: 0 accepted');
    expect(await floor.standing('deals_won.year@2026.reps')).toEqual([['ada', ROWS * 1_000]]);
  });

  it('shows in a dry run how it reads the file and what it would do', async () => {
    const floor = await ApiClient.found(server);
    const file = fileOf('tried.csv', [...deals(2), 'D-9,ada@example.com,won,"1,234",2026-01-15']);
    const { code, output } = await commandLine.run(
      'import',
      file,
      organisationOf(floor),
      '--dry-run',
    ).ended;
    expect(output).toMatch('Read as deals: every row is a deal (utf-8, delimiter ,)');
    expect(output).toMatch(/owner +← Owner email/);
    expect(output).toMatch('A dry run, nothing is written: 3 rows: 0 accepted, 2 parked');
    expect(code).toBe(1);
    expect(readFileSync(`${file}.verdicts.csv`, 'utf8')).toMatch('say decimal=. or decimal=,');
    expect((await floor.own('/api/v1/imports')).body).toEqual({ imports: [] });
  });

  it('says in one line what to do when its key is another one', async () => {
    const floor = await ApiClient.found(server);
    const file = fileOf('locked.csv', deals(2));
    const { code, output } = await commandLine.runWith(
      { BELLWETHER_SECRET_KEY: 'another-secret-of-more-than-32-letters' },
      'import',
      file,
      organisationOf(floor),
      '--dry-run',
    ).ended;
    expect(output).toContain('encrypted with another key. Put back the secret.key');
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
  });

  it('takes a mapping from the line or from a file', async () => {
    const floor = await ApiClient.found(server);
    await floor.hire('Iberia', 'ada');
    const file = fileOf('own.csv', ['No;Who;Sum;Day', '1;ada@example.com;12,50;15.01.2026']);
    const columns = {
      externalId: 'No',
      owner: 'Who',
      amount: 'Sum',
      closedOn: 'Day',
      stage: 'Who',
    };
    const mapping = join(folder, 'mapping.json');
    writeFileSync(mapping, JSON.stringify({ type: 'deal', columns, won: ['ada@example.com'] }));
    const { code, output } = await commandLine.run(
      'import',
      file,
      organisationOf(floor),
      `--mapping=${mapping}`,
    ).ended;
    expect([code, output]).toEqual([0, expect.stringMatching('1 rows: 1 accepted')]);
    expect(await floor.standing('revenue_won.year@2026.reps')).toEqual([['ada', 1_250]]);
  });

  it('says what is wrong with what was typed', async () => {
    const floor = await ApiClient.found(server);
    const { code, output } = await commandLine.run('import', 'nowhere.csv', organisationOf(floor))
      .ended;
    expect([code, output]).toEqual([1, expect.stringMatching(/There is no file .*nowhere.csv/)]);
    expect(output).not.toMatch(/\n\s+at /);
  });
});
