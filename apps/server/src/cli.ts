import { runCommand } from './cli/run-command.js';
import { readConfig } from './config/read-config.js';

process.exitCode = await runCommand(readConfig(), process.argv.slice(2));
