interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and of processor time. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The longest task of the page's main thread in a trace, in milliseconds of processor time. */
export function longestTaskMs(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const busy = new Map<string, number>();
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  for (const event of traceEvents) {
    const isTask = event.ph === 'X' && /RunTask$/.test(event.name);
    if (!isTask || !mains.has(threadOf(event))) continue;
    const thread = threadOf(event);
    busy.set(thread, Math.max(busy.get(thread) ?? 0, event.tdur ?? event.dur ?? 0));
  }
  return Math.max(0, ...busy.values()) / 1_000;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
