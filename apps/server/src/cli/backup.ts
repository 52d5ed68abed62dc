import { writeBackup } from '@bellwether/persistence';
import { version } from '../../../../package.json' with { type: 'json' };
import { writeBackupFile } from '../backup/backup-file.js';
import type { Command } from './command.js';
import { fileOfCaller } from './file-of-caller.js';
import { progressBar } from './progress-bar.js';

export const backup: Command = {
  summary: 'Writes all that the database holds to a file, also while the server runs',
  operand: 'FILE',
  options: {},
  async run({ databaseUrl, operand, say, progress }) {
    const path = fileOfCaller(operand ?? '');
    let rows = 0;
    const draw = progressBar(progress);
    const chunks = writeBackup({
      databaseUrl,
      product: version,
      now: new Date(),
      onProgress: (done, of, table) => {
        rows = done;
        draw(done, of, table);
      },
    });
    const bytes = await writeBackupFile(path, chunks);
    say(`written: ${rows} rows, ${(bytes / 1_048_576).toFixed(1)} MB, ${path}`);
    say('It holds all that was sent: keep it as safe as the database. Secrets of sources in it');
    say(
      'open only with secret.key (or BELLWETHER_SECRET_KEY), which is not in it: keep that, too.',
    );
    return true;
  },
};
