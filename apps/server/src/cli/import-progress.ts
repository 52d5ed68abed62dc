import type { ImportCounts, ImportPlan } from '@bellwether/application';
import { progressBar } from './progress-bar.js';

/** A bar that fills while a file is read. */
export class ImportProgressLine {
  readonly #started = performance.now();
  readonly #draw: ReturnType<typeof progressBar>;
  #firstRow: number | undefined;

  constructor(
    private readonly bytes: number,
    progress: (line: string) => void,
  ) {
    this.#draw = progressBar(progress);
  }

  show(row: number, bytesRead: number): void {
    this.#firstRow ??= row;
    const seconds = (performance.now() - this.#started) / 1_000;
    const pace = Math.round((row - this.#firstRow) / Math.max(seconds, 0.001));
    this.#draw(bytesRead, this.bytes, `row ${grouped(row)}  ${grouped(pace)} rows/s`);
  }
}

/** What a file was taken for, line by line, for somebody to confirm. */
export function describePlan(plan: ImportPlan): string[] {
  const { format, type, columns, unused, encoding, delimiter } = plan;
  const what = type === null ? 'each row says what it is' : `every row is a ${type}`;
  const fields = Object.entries(columns).map(
    ([field, column]) => `  ${field.padEnd(12)} ← ${column.replaceAll('|', ', else ')}`,
  );
  return [
    `Read as ${format}: ${what} (${encoding}, delimiter ${delimiter})`,
    ...fields,
    ...(unused.length > 0 ? [`  not used: ${unused.join(', ')}`] : []),
  ];
}

export function describeCounts(counts: ImportCounts): string {
  const { rows, accepted, parked, duplicates, ignored, refused } = counts;
  const parts = [
    `${grouped(accepted)} accepted`,
    `${grouped(parked)} parked until you say who their owner is`,
    `${grouped(duplicates)} here before`,
    `${grouped(ignored)} ignored`,
    `${grouped(refused)} refused`,
  ];
  return `${grouped(rows)} rows: ${parts.join(', ')}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
