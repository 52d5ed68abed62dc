/** What is being done right now, and since when. */
const current = new Map();
/** @type {ReturnType<typeof setInterval> | undefined} */
let counting;
const isLive = process.stderr.isTTY === true && !process.env['CI'];

/**
 * Says what is being done while it is done: on a terminal in one line that counts the seconds, elsewhere
 * in a line before and one after. All of it goes to stderr; stdout belongs to the command.
 * @template T
 * @param {string} doing "Installs packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(doing, work) {
  const began = performance.now();
  current.set(doing, began);
  if (isLive) counting ??= setInterval(showLine, 1000);
  if (isLive) showLine();
  else process.stderr.write(`${doing} ...\n`);
  let ending = 'failed';
  try {
    const result = await work();
    ending = 'done';
    return result;
  } finally {
    current.delete(doing);
    process.stderr.write(`${eraseLine()}${doing}: ${ending} in ${secondsSince(began)} s\n`);
    if (current.size > 0 && isLive) showLine();
    else stopCounting();
  }
}

function showLine() {
  const doing = [...current].map(([what, began]) => `${what} ... ${secondsSince(began)} s`);
  process.stderr.write(`${eraseLine()}${doing.join(', ')}`);
}

function stopCounting() {
  clearInterval(counting);
  counting = undefined;
}

function eraseLine() {
  return isLive ? '\r\u001b[K' : '';
}

/** @param {number} began */
function secondsSince(began) {
  return Math.round((performance.now() - began) / 1000);
}
