// Makes the clock of a process settable from outside: node --import settable-clock.mjs …
// A message { clockMs: n } sets it that far ahead of the machine's, or behind.

let ahead = 0;
const RealDate = Date;
const now = () => RealDate.now() + ahead;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, moment, newTarget) =>
    Reflect.construct(target, moment.length > 0 ? moment : [now()], newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name, target)),
});
process.on('message', (/** @type {{ clockMs?: number }} */ { clockMs }) => {
  if (clockMs === undefined) return;
  ahead = clockMs;
  process.send?.({ clockMs });
});
