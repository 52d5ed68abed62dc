import { ProveBoards } from '@bellwether/application';
import type { Command } from './command.js';

export const rebuild: Command = {
  summary: 'Builds all boards anew from the ledger; screens follow by themselves',
  options: {},
  async run({ app, organisations, say, progress }) {
    for (const organisationId of organisations) {
      const started = performance.now();
      const boards = await app
        .get(ProveBoards)
        .rebuild(organisationId, (built, of) => progress(`built ${built} of ${of} boards`));
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      say(`rebuilt: ${boards} boards of organisation ${organisationId} in ${seconds} s`);
    }
    return true;
  },
};
