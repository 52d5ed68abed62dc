import { RedisBoardStore } from '@bellwether/leaderboard';
import { BackupRefused, PostgresDirectories, restoreBackup } from '@bellwether/persistence';
import { readBackupFile } from '../backup/backup-file.js';
import { CannotRun } from '../start/cannot-run.js';
import type { Command } from './command.js';
import { fileOfCaller } from './file-of-caller.js';
import { progressBar } from './progress-bar.js';
import { rebuild } from './rebuild.js';
import { verify } from './verify.js';

export const restore: Command = {
  summary: 'Fills an empty database from such a file, builds the boards and proves them',
  operand: 'FILE',
  options: {},
  async run(context) {
    const { app, databaseUrl, operand, say, progress } = context;
    const chunks = readBackupFile(fileOfCaller(operand ?? ''));
    const onProgress = progressBar(progress);
    try {
      const { takenAt, tables } = await restoreBackup({ databaseUrl, chunks, onProgress });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      say(`restored: ${rows} rows as of ${takenAt}`);
    } catch (error) {
      if (!(error instanceof BackupRefused)) throw error;
      throw new CannotRun(`Nothing is restored. ${error.message}.`);
    }
    // What boards there are belong to another past.
    await app.get(RedisBoardStore).clear();
    const restored = { ...context, organisations: await app.get(PostgresDirectories).all() };
    await rebuild.run(restored);
    return verify.run(restored);
  },
};
