import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** One press of Ctrl-C reaches us from the terminal and again from npm. */
const SAME_PRESS_MS = 500;

/**
 * Runs Node in our place: with our terminal, and with what we are told. We end after it, with its code.
 *
 * A program that is held has a channel to us: when we are killed, it notices and ends.
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, isHeld: boolean }} options
 * @returns {Promise<number>}
 */
export function runInFront(args, { cwd, env, isHeld }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['inherit', 'inherit', 'inherit', ...(isHeld ? /** @type {const} */ (['ipc']) : [])],
  });
  let toldAt = -Infinity;
  const tell = (/** @type {NodeJS.Signals} */ signal) => {
    if (performance.now() - toldAt < SAME_PRESS_MS) return;
    toldAt = performance.now();
    child.kill(signal);
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // A terminal tells the program itself; only ours, which know a press from its echo, hear it twice.
      if (signal === 'SIGINT' && process.stdin.isTTY && !isHeld) return;
      tell(signal);
    });
  }
  onLossOfNpm(() => tell('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * npm starts us through a shell, and neither passes on what ends it: a killed npm would leave us running.
 * @param {() => void} act
 */
function onLossOfNpm(act) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    act();
  }, 500);
  watching.unref();
}
