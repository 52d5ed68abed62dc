import { AcceptDelivery, RunImport } from '@bellwether/application';
import { connectors, openImport } from '@bellwether/connectors';
import { PostgresImports, PostgresSources } from '@bellwether/persistence';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomSecrets } from '../support/random-secrets.js';
import { changes } from '../support/record-arbitraries.js';
import type { TestStores } from '../support/stores.js';
import { openTestStores } from '../support/stores.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';
import { TESTER, World } from '../support/world.js';

let stores: TestStores;
beforeAll(async () => (stores = await openTestStores()));
afterAll(() => stores.close());

const teams = { Atlantic: ['amara', 'nguyen'], Iberia: ['tomas', 'leena'] };
/** What a table cannot say: shares, and that something is known to be empty. */
const TABLELESS = ['splits'];

type Row = Readonly<Record<string, string | number | boolean>>;

/** Records that a table can hold, each named, so that equal moments are settled alike. */
const rows = changes.map((all) =>
  all.map((change, index): Row => {
    const held = Object.entries(change).filter(
      ([field, value]) => value !== undefined && value !== null && !TABLELESS.includes(field),
    );
    return { ...(Object.fromEntries(held) as Row), id: `m-${index}` };
  }),
);

const style = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
  mark: fc.boolean(),
  quoted: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 500 }),
});
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;

function csvOf(records: readonly Row[], { delimiter, newline, mark, quoted, encoding }: Style) {
  const columns = [...new Set(['type', 'externalId', ...records.flatMap(Object.keys)])];
  const cell = (value: unknown): string => {
    const text = value === undefined ? '' : String(value as string);
    return quoted || /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...records.map((row) => columns.map((column) => row[column]))];
  const text = lines.map((line) => line.map(cell).join(delimiter) + newline).join('');
  return Buffer.from((mark ? '\uFEFF' : '') + text, encoding);
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function importInto(world: World, file: Buffer, { pieces }: Style) {
  const clock = { now: () => world.now };
  const imports = new PostgresImports(world.database, randomSecrets, unsealedSecrets);
  const accept = new AcceptDelivery(
    connectors,
    world.inbox,
    { request: () => Promise.resolve() },
    () => undefined,
  );
  const run = new RunImport(
    openImport,
    imports,
    new PostgresSources(world.database, unsealedSecrets),
    world.directories,
    accept,
    world.inbox,
    clock,
    () => Promise.resolve(),
  );
  const started = {
    name: 'x.csv',
    fingerprint: null,
    options: {},
    bytes: file.length,
    sourceId: world.source.id,
  };
  const id = await imports.begin(world.organisationId, started, TESTER);
  return run.execute(world.organisationId, id, {
    bytes: () => inPieces(file, pieces),
    stopping: new AbortController().signal,
  });
}

it('an import of any records ends as sending them does', async () => {
  await fc.assert(
    fc.asyncProperty(rows, style, async (records, look) => {
      const sent = await World.open(stores.database, stores.redis, { teams });
      const verdicts = await sent.deliver(...records);
      await sent.settle();

      const imported = await World.open(stores.database, stores.redis, { teams });
      const outcome = await importInto(imported, csvOf(records, look), look);
      await imported.settle();

      const refused = verdicts.filter((verdict) => verdict === 'refused').length;
      expect(outcome).toMatchObject({ kind: 'done', counts: { rows: records.length, refused } });
      expect(await imported.dailyTotals()).toEqual(await sent.dailyTotals());
      const parked = async (world: World) =>
        (await world.parkedItems()).map(({ kind, subject, record }) =>
          [kind, subject, record?.externalId].join(' '),
        );
      expect((await parked(imported)).sort()).toEqual((await parked(sent)).sort());
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 25) },
  );
});
