interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took, and of that the processor's part. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Milliseconds of processor time of the page's main thread for the dearest frame in a trace: the
 * task that takes the message from the socket (and renders what it changes), and the first task
 * after it that paints.
 */
export function dearestFrameMs(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const onMain = traceEvents.filter((event) => mains.has(threadOf(event)));
  const tasks = onMain
    .filter(({ ph, name }) => ph === 'X' && name.endsWith('RunTask'))
    .sort((a, b) => a.ts - b.ts);
  const messages = onMain.filter(({ name }) => name === 'WebSocketReceive');
  const paints = onMain.filter(({ name }) => name === 'Paint');
  const costs = messages.map((message) => {
    const taking = tasks.find((task) => holds(task, message));
    const painting = tasks.find(
      (task) => task.ts > message.ts && paints.some((paint) => holds(task, paint)),
    );
    return costOf(taking) + (painting === taking ? 0 : costOf(painting));
  });
  return Math.max(0, ...costs) / 1_000;
}

function holds(task: TraceEvent, event: TraceEvent): boolean {
  return (
    threadOf(task) === threadOf(event) &&
    task.ts <= event.ts &&
    event.ts < task.ts + (task.dur ?? 0)
  );
}

function costOf(task: TraceEvent | undefined): number {
  return task?.tdur ?? task?.dur ?? 0;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
