import type { Figures } from '../figures/figures.js';

const WIDTH = 110;

/** One calm line about what the demo does. */
export function statusText(figures: Figures, screens: number, note: string): string {
  const { accepted, deliveriesScored, parked, toScreen } = figures;
  const [p50, p99] = [toScreen.percentile(0.5), toScreen.percentile(0.99)];
  const way =
    p50 === null || p99 === null
      ? 'webhook to screen: open the wall to see'
      : `webhook to screen p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms`;
  return [
    `in ${count(accepted)}`,
    `scored ${count(deliveriesScored)}`,
    `parked ${count(parked)}`,
    way,
    `${screens} ${screens === 1 ? 'wall' : 'walls'}`,
    ...(note ? [note] : []),
  ].join('   ');
}

/** Shows it in place on a terminal, and now and then elsewhere. */
export class StatusLine {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly text: () => string) {}

  start(): void {
    const isTerminal = process.stdout.isTTY;
    this.#timer = setInterval(
      () => {
        if (isTerminal) process.stdout.write(`\r  ${this.text().padEnd(WIDTH)}\r`);
        else process.stdout.write(`  ${this.text()}\n`);
      },
      isTerminal ? 1_000 : 15_000,
    );
  }

  stop(): void {
    clearInterval(this.#timer);
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
}

function count(value: number): string {
  return value.toLocaleString('en');
}
