import { CountAnew, WorkOffOrganisation, asSystem } from '@bellwether/application';
import { PostgresRescorings } from '@bellwether/persistence';
import type { Command } from './command.js';

export const rescore: Command = {
  summary: 'Counts all of history anew by the definitions in force; safe beside a running server',
  options: {},
  async run({ app, organisations, say }) {
    for (const organisationId of organisations) {
      await app.get(CountAnew).execute(organisationId, asSystem('Command line'));
      await app.get(WorkOffOrganisation).execute(organisationId);
      const rescoring = await app.get(PostgresRescorings).last(organisationId);
      say(`counted anew: ${rescoring?.done ?? 0} records of organisation ${organisationId}`);
    }
    return true;
  },
};
