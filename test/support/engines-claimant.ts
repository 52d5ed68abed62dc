import { claimDataFolder } from '../../apps/server/src/engines/claim-data-folder.js';

/** Claims a data folder and keeps it until its input ends: `node … <data folder>`. */
const [, , dataFolder = ''] = process.argv;
const say = (story: object): void => void process.stdout.write(`${JSON.stringify(story)}\n`);

try {
  await claimDataFolder(dataFolder);
  say({ claimed: process.pid });
} catch (error) {
  say({ refused: (error as Error).message });
}
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
