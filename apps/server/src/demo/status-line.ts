import type { Figures } from '../figures/figures.js';
import type { LatencySample } from '../figures/latency-sample.js';

const WIDTH = 110;

/** One calm line about what the demo does. `history` is how many past records it has sent so far. */
export function statusText(figures: Figures, screens: number, history: number | null): string {
  const { accepted, deliveriesScored, parked } = figures;
  return [
    `in ${count(accepted)}`,
    `scored ${count(deliveriesScored)}`,
    `parked ${count(parked)}`,
    history === null ? wayText(figures.toScreen) : `fills in the last quarter: ${count(history)}`,
    `${screens} ${screens === 1 ? 'wall' : 'walls'}`,
  ].join('   ');
}

function wayText(toScreen: LatencySample): string {
  const [p50, p99] = [toScreen.percentile(0.5), toScreen.percentile(0.99)];
  if (p50 === null || p99 === null) return 'webhook to screen: open the wall to see';
  return `webhook to screen p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms`;
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
