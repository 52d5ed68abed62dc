/** How long somebody takes to leave. */
export const LEAVE_MS = 200;
/** Setting a place anew costs an old screen a frame's time: not all are set in the same frame. */
const MOST_IN_A_FRAME = 2;

interface Leaving {
  readonly goneAt: number;
  readonly exchange: () => void;
}

/** In the order in which they are gone. */
const leaving = new Set<Leaving>();
let waiting = false;

/** Calls `exchange` in a frame of its own when what leaves from now on is gone. Returns how to stop it. */
export function whenGone(exchange: () => void): () => void {
  const one = { goneAt: performance.now() + LEAVE_MS, exchange };
  leaving.add(one);
  if (!waiting) wait(one);
  return () => void leaving.delete(one);
}

function wait({ goneAt }: Leaving): void {
  waiting = true;
  setTimeout(() => requestAnimationFrame(exchangeSome), Math.max(0, goneAt - performance.now()));
}

function exchangeSome(): void {
  const now = performance.now();
  const gone = [...leaving].filter(({ goneAt }) => goneAt <= now).slice(0, MOST_IN_A_FRAME);
  for (const one of gone) {
    leaving.delete(one);
    one.exchange();
  }
  waiting = false;
  const [next] = leaving;
  if (next && next.goneAt > now) wait(next);
  else if (next) {
    waiting = true;
    requestAnimationFrame(exchangeSome);
  }
}
