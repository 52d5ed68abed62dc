import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process of the bench can be asked: one argument in, one answer out. */
export type Duties = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

type ArgumentsOf<Duty> = Duty extends (...asked: infer Arguments) => Promise<unknown>
  ? Arguments
  : never;
type AnswerOf<Duty> = Duty extends (argument: never) => Promise<infer Answer> ? Answer : never;

interface Answer {
  readonly question: number;
  readonly answer?: unknown;
  readonly failure?: string;
}

/** A process of its own, so that who measures does not share a loop with what is measured. */
export class BenchProcess<D extends Duties> {
  readonly #waiting = new Map<
    number,
    { resolve: (answer: never) => void; reject: (error: Error) => void }
  >();
  #questions = 0;

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    child.on('message', (message) => this.#hear(message as Answer));
    child.once('exit', (code) => this.#failAll(`The process "${name}" ended with code ${code}`));
  }

  static start<D extends Duties>(name: string): BenchProcess<D> {
    const child = fork(process.argv[1] ?? '', ['--process', name], { serialization: 'advanced' });
    return new BenchProcess<D>(name, child);
  }

  ask<Name extends keyof D & string>(
    duty: Name,
    ...[argument]: ArgumentsOf<D[Name]>
  ): Promise<AnswerOf<D[Name]>> {
    const question = (this.#questions += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(question, { resolve, reject });
      this.child.send({ question, duty, argument }, (error) => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || !this.child.connected) return;
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }

  #hear({ question, answer, failure }: Answer): void {
    const waiting = this.#waiting.get(question);
    this.#waiting.delete(question);
    if (failure === undefined) waiting?.resolve(answer as never);
    else waiting?.reject(new Error(`In the process "${this.name}": ${failure}`));
  }

  #failAll(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
