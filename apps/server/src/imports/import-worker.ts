import { RunImport } from '@bellwether/application';
import type { UnfinishedFile } from '@bellwether/persistence';
import { PostgresImportFiles, PostgresImports } from '@bellwether/persistence';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import type { Log } from '../engines/log.js';
import { Repeated } from '../repeating/repeated.js';
import { LOG } from '../tokens.js';

const LOOK_MS = 500;
/** At once in this process; each takes a connection to the database. */
const MOST_AT_ONCE = 2;
/** An import that fails so often for reasons of ours will not succeed. */
const MOST_FAILURES = 20;

/** Takes uploaded files in, also those that a process left behind that is gone. */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #repeated: Repeated;
  readonly #running = new Map<number, Promise<void>>();
  readonly #failures = new Map<number, number>();
  readonly #stopping = new AbortController();

  constructor(
    @Inject(RunImport) private readonly runImport: RunImport,
    @Inject(PostgresImportFiles) private readonly files: PostgresImportFiles,
    @Inject(PostgresImports) private readonly imports: PostgresImports,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.#repeated = new Repeated(LOOK_MS, () => this.#look(), log);
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#repeated.stop();
    await Promise.all(this.#running.values());
  }

  async #look(): Promise<void> {
    if (this.#running.size >= MOST_AT_ONCE) return;
    const waiting = (await this.files.unfinished()).filter(({ id }) => !this.#running.has(id));
    for (const file of waiting.slice(0, MOST_AT_ONCE - this.#running.size)) {
      const done = this.#run(file).finally(() => this.#running.delete(file.id));
      this.#running.set(file.id, done);
    }
  }

  async #run(file: UnfinishedFile): Promise<void> {
    const { organisationId, id } = file;
    try {
      const bytes = () => this.files.read(organisationId, id);
      const run = { bytes, stopping: this.#stopping.signal };
      const outcome = await this.runImport.execute(organisationId, id, run);
      if (outcome.kind === 'busy' || outcome.kind === 'gone') return;
      this.log.info('An import', { importId: id, outcome: outcome.kind, ...outcome.counts });
    } catch (error) {
      await this.#failed(file, error);
    }
  }

  async #failed({ organisationId, id }: UnfinishedFile, error: unknown): Promise<void> {
    const failures = (this.#failures.get(id) ?? 0) + 1;
    this.#failures.set(id, failures);
    this.log.warn('An import broke off and is tried again', {
      importId: id,
      failures,
      error: error instanceof Error ? error.stack : String(error),
    });
    if (failures < MOST_FAILURES) return;
    const problem = 'Something failed on our side, again and again; what was accepted counts';
    await this.imports.finish(organisationId, id, problem).catch(() => undefined);
  }
}
