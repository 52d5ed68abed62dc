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

/** Milliseconds of processor time that a change cost the page's main thread. */
export interface ChangeCost {
  /**
   * The dearest frame: for a message from the socket the task that takes it and renders what it changes,
   * together with the first task after it that paints; for a frame that follows, the task that paints it.
   */
  readonly dearestFrame: number;
  /** All tasks of the main thread from the first message to the end of the trace. */
  readonly total: number;
}

export function changeCost(trace: Buffer): ChangeCost {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const onMain = traceEvents.filter((event) => mains.has(threadOf(event)));
  const messages = onMain.filter(({ name }) => name === 'WebSocketReceive');
  const paints = onMain.filter(({ name }) => name === 'Paint');
  const from = Math.min(...messages.map(({ ts }) => ts));
  const tasks = onMain
    .filter(({ ph, name }) => ph === 'X' && name.endsWith('RunTask'))
    .filter((task) => task.ts + (task.dur ?? 0) > from)
    .sort((a, b) => a.ts - b.ts);
  const painting = tasks.filter((task) => paints.some((paint) => holds(task, paint)));
  const firstFrames = messages.map((message) => {
    const taking = tasks.find((task) => holds(task, message));
    const shown = painting.find((task) => task.ts + (task.dur ?? 0) > message.ts);
    return costOf(taking) + (shown === taking ? 0 : costOf(shown));
  });
  return {
    dearestFrame: Math.max(0, ...firstFrames, ...painting.map(costOf)) / 1_000,
    total: tasks.reduce((sum, task) => sum + costOf(task), 0) / 1_000,
  };
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
