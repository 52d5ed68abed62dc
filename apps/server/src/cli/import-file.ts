import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import type { ImportPlan } from '@bellwether/application';
import {
  RunImport,
  TryImport,
  VERDICT_HEADER,
  asSystem,
  verdictLines,
} from '@bellwether/application';
import type { ImportOptions } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { PostgresDirectories, PostgresImports } from '@bellwether/persistence';
import { told } from '../imports/import-query.js';
import { ImportTargets } from '../imports/import-targets.js';
import { planOf } from '../imports/plan-of.js';
import { CannotRun } from '../start/cannot-run.js';
import type { Command, CommandContext } from './command.js';
import { fileToImport } from './file-to-import.js';
import type { FileToImport } from './file-to-import.js';
import { ImportProgressLine, describePlan, describeCounts } from './import-progress.js';

const COMMAND_LINE = asSystem('Command line');

export const importFile: Command = {
  summary: 'Takes in a CSV file of deals or activities; typed again, it goes on where it stopped',
  operand: 'FILE.csv',
  options: {
    mapping: 'field=column,field=column, or a JSON file; docs/import.md has the fields',
    dates: 'us or eu: how days such as 03/04/2026 are meant',
    decimal: '. or , : what stands before the decimals of amounts',
    delimiter: ', or ; or tab, when it cannot be told',
    encoding: 'utf-8, utf-16le or windows-1252, when it cannot be told',
    currency: 'of amounts that do not say it',
    'as-of': 'the day of the export, when no column says since when a row is true',
    source: 'the number of the source that the records belong to',
    verdicts: 'where to write what became of each row; default: FILE.csv.verdicts.csv',
  },
  flags: { 'dry-run': 'writes nothing but the verdicts; says what would happen' },
  async run(context) {
    const [organisationId, another] = context.organisations;
    if (organisationId === undefined) throw new CannotRun('There is no such organisation yet.');
    if (another !== undefined) {
      throw new CannotRun(
        `Say which organisation: --organisation=${context.organisations.join(' or ')}`,
      );
    }
    const file = await fileToImport(context.operand ?? '', context.options);
    const planned = await planOf(createReadStream(file.path), file.options);
    if (planned.kind === 'refused') throw new CannotRun(told(planned));
    for (const line of describePlan(planned.plan)) context.say(line);
    const isDry = context.flags.has('dry-run');
    return isDry
      ? tryOut(context, organisationId, file)
      : takeIn(context, organisationId, file, planned.plan);
  },
};

async function tryOut(
  { app, say, progress }: CommandContext,
  organisationId: OrganisationId,
  file: FileToImport,
): Promise<boolean> {
  const targets = app.get(ImportTargets);
  await targets.check(organisationId, file.source);
  const { organisation } = await app.get(PostgresDirectories).read(organisationId);
  const line = new ImportProgressLine(file.bytes, progress);
  const verdicts = createWriteStream(file.verdicts);
  verdicts.write(VERDICT_HEADER);
  const tried = await app.get(TryImport).execute({
    organisation,
    sourceOf: ({ sourceName }) => targets.present(organisationId, file.source, sourceName),
    bytes: createReadStream(file.path),
    options: file.options,
    onRows: (rows, bytesRead) => {
      line.show(rows.at(-1)?.row ?? 1, bytesRead);
      return verdicts.write(verdictLines(rows)) ? undefined : once(verdicts, 'drain');
    },
  });
  verdicts.end();
  await once(verdicts, 'finish');
  if (tried.kind === 'refused') throw new CannotRun(told(tried));
  say(`A dry run, nothing is written: ${describeCounts(tried.counts)}`);
  if (tried.problem !== null) say(`The file cannot be read to its end: ${tried.problem}`);
  say(`Row by row: ${file.verdicts}`);
  return tried.problem === null && tried.counts.refused === 0;
}

async function takeIn(
  { app, say, progress }: CommandContext,
  organisationId: OrganisationId,
  file: FileToImport,
  plan: ImportPlan,
): Promise<boolean> {
  const imports = app.get(PostgresImports);
  const targets = app.get(ImportTargets);
  await targets.check(organisationId, file.source);
  const sourceId = await targets.make(organisationId, file.source, plan.sourceName, COMMAND_LINE);
  const { name, fingerprint, bytes } = file;
  const options: ImportOptions = file.options;
  const started = { name, fingerprint, options, sourceId, bytes };
  const id = await imports.begin(organisationId, started, COMMAND_LINE);
  const before = await imports.read(organisationId, id);
  if (before && before.rows > 0) say(`Goes on after ${before.rows} rows`);
  const line = new ImportProgressLine(bytes, progress);
  const outcome = await untilInterrupted((stopping) =>
    app.get(RunImport).execute(organisationId, id, {
      bytes: () => createReadStream(file.path),
      stopping,
      onStep: ({ lastRow, bytesRead }) => line.show(lastRow, bytesRead),
    }),
  );
  if (outcome.kind === 'busy') throw new CannotRun('Another process is importing this file.');
  if (outcome.kind === 'gone') throw new CannotRun('This import was ended by another process.');
  await writeVerdicts(imports.verdicts(organisationId, id), file.verdicts);
  say(describeCounts(outcome.counts));
  say(`Row by row: ${file.verdicts}`);
  if (outcome.kind === 'stopped') say('Stopped. Type the same command again to go on.');
  if (outcome.kind === 'failed') say(`Ended early: ${outcome.reason}`);
  return outcome.kind === 'done' && outcome.counts.refused === 0;
}

/** Ctrl-C lets the batch end that has begun. */
async function untilInterrupted<T>(work: (stopping: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(stopping.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function writeVerdicts(lines: AsyncIterable<string>, path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write(VERDICT_HEADER);
  for await (const some of lines) if (!file.write(some)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
