import { PostgresParked } from '@bellwether/persistence';
import type { Command } from './command.js';

export const parked: Command = {
  summary: 'Shows what could not be counted yet, and why',
  options: {},
  async run({ app, organisations, say }) {
    for (const organisationId of organisations) {
      const counts = await app.get(PostgresParked).count(organisationId);
      if (counts.length === 0) say('Everything is accounted for. Nothing waits.');
      for (const { kind, subject, items } of counts) say(`${items}\t${kind}\t${subject}`);
    }
    return true;
  },
};
