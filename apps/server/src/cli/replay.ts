import { ReplayParked, asSystem } from '@bellwether/application';
import type { Command } from './command.js';

const COMMAND_LINE = asSystem('Command line');

export const replay: Command = {
  summary: 'Tries parked deliveries again, once their cause is mended',
  options: {
    kind: 'only of this kind, e.g. unknown-person',
    subject: 'only about this, e.g. email:ada@example.com',
  },
  async run({ app, organisations, options: { kind, subject }, say }) {
    const filter = { ...(kind && { kind }), ...(subject && { subject }) };
    for (const organisationId of organisations) {
      const items = await app.get(ReplayParked).execute(organisationId, filter, COMMAND_LINE);
      say(`replayed: ${items} deliveries`);
    }
    return true;
  },
};
