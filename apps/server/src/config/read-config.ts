import { existsSync } from 'node:fs';
import { CannotRun } from '../start/cannot-run.js';
import type { Config } from './load-config.js';
import { loadConfig } from './load-config.js';

/**
 * The configuration of this process: from the environment, and from a file `.env` in the working folder
 * for what is not set there. When it is wrong, says so and ends the process.
 */
export function readConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}
