/** The steps from a delivery to a frame, in their order. */
export const FAIL_POINTS = [
  'signature-checked',
  'before-inbox-commit',
  'after-inbox-commit',
  'before-job-add',
  'after-job-add',
  'before-answer',
  'job-taken',
  'deliveries-taken',
  'before-scoring-commit',
  'after-scoring-commit',
  'before-projection',
  'after-projection',
  'before-signal',
  'after-signal',
  'before-frame',
  'job-done',
] as const;
export type FailPoint = (typeof FAIL_POINTS)[number];

/** Hears of every step and may end the process there. */
export type OnStep = (point: FailPoint) => void;

type Method = (...args: never[]) => unknown;

interface Steps {
  readonly before?: FailPoint;
  readonly after?: FailPoint;
}

/**
 * Where a test may have the process fail. The product passes no listener, and then nothing is
 * wrapped: there is no setting that could switch it on.
 */
export class FailPoints {
  constructor(readonly onStep?: OnStep) {}

  /** The same object; the named methods tell before they begin and after they succeeded. */
  around<T extends object>(object: T, steps: Partial<Readonly<Record<keyof T, Steps>>>): T {
    const { onStep } = this;
    if (!onStep) return object;
    return new Proxy(object, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        const method = (member as Method).bind(target);
        const step = steps[name as keyof T];
        return step ? told(method, step, onStep) : method;
      },
    });
  }
}

function told(method: Method, { before, after }: Steps, onStep: OnStep): Method {
  return (...args) => {
    if (before) onStep(before);
    const result = method(...args);
    if (!after) return result;
    if (result instanceof Promise) return result.then((value) => (onStep(after), value) as unknown);
    onStep(after);
    return result;
  };
}
