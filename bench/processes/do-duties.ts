import type { Duties } from './bench-process.js';

interface Question {
  readonly question: number;
  readonly duty: string;
  readonly argument: never;
}

/** Answers what the bench asks, until the bench lets go. */
export function doDuties(duties: Duties): void {
  process.on('message', (message) => void answer(duties, message as Question));
  process.once('disconnect', () => process.exit(0));
  // Ctrl-C reaches every process of the terminal; the bench itself ends us in order.
  process.on('SIGINT', () => undefined);
}

async function answer(duties: Duties, { question, duty, argument }: Question): Promise<void> {
  try {
    const asked = duties[duty];
    if (!asked) throw new Error(`Nobody knows "${duty}"`);
    process.send?.({ question, answer: await asked(argument) });
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ question, failure });
  }
}
