import { spawn } from 'node:child_process';
import { project } from './project.mjs';

/**
 * Runs a command without showing what it prints, and tells how it went. When we are told to stop
 * meanwhile, it is stopped first.
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runQuietly([program = '', ...args], env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    const keep = (/** @type {Buffer} */ part) => void output.push(part);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);

    let isInterrupted = false;
    const interrupt = () => {
      isInterrupted = true;
      child.kill('SIGTERM');
    };
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      if (isInterrupted) process.exit(130);
      resolve({ ok: code === 0, output: Buffer.concat(output).toString('utf8') });
    });
  });
}
