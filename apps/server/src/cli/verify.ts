import type { BoardDifference } from '@bellwether/application';
import { ProveBoards } from '@bellwether/application';
import type { Command } from './command.js';

export const verify: Command = {
  summary: 'Adds everything up again from the ledger and prints every difference',
  options: {},
  async run({ app, organisations, say }) {
    let isEqual = true;
    for (const organisationId of organisations) {
      const proof = await app.get(ProveBoards).verify(organisationId);
      const { boards, members, differences, totals } = proof;
      for (const difference of differences) say(`different: ${told(difference)}`);
      for (const difference of totals.differences) say(`different: daily total of ${difference}`);
      const wrong = differences.length + totals.differences.length;
      isEqual &&= wrong === 0;
      say(
        wrong === 0
          ? `equal: ${boards} boards, ${members} members (${totals.cells} daily totals)`
          : `different: ${wrong} of ${boards} boards, ${members} members, ${totals.cells} daily totals`,
      );
    }
    return isEqual;
  },
};

function told({ board, member, kept, ledger }: BoardDifference): string {
  return `${board}, member ${member}: kept ${text(kept)}, ledger ${text(ledger)}`;
}

function text(value: BoardDifference['kept']): string {
  return value ? `${value.score} reached ${new Date(value.reachedAt).toISOString()}` : 'nothing';
}
