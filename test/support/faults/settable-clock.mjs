// Makes the clock of a process settable from outside: node --import settable-clock.mjs …
// A message { clockMs: n } sets it that far ahead of the machine's, or behind, in all threads.

import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

const SHARED = 'clock ahead';
if (isMainThread) setEnvironmentData(SHARED, new Float64Array(new SharedArrayBuffer(8)));
const ahead = /** @type {Float64Array} */ (getEnvironmentData(SHARED));
const RealDate = Date;
const now = () => RealDate.now() + (ahead[0] ?? 0);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, moment, newTarget) =>
    Reflect.construct(target, moment.length > 0 ? moment : [now()], newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name, target)),
});
process.on('message', (/** @type {{ clockMs?: number }} */ { clockMs }) => {
  if (clockMs === undefined) return;
  ahead[0] = clockMs;
  process.send?.({ clockMs });
});
