import { KPIS } from '@bellwether/domain';
import { EXAMPLES } from './examples.js';
import { workOut } from './work-out.js';

/** The same to the last digit that people are shown. */
const TOLERANCE = 1e-8;

const lines = KPIS.map((kpi) => {
  const example = EXAMPLES.find((candidate) => candidate.kpi === kpi.key);
  const got = example ? workOut(kpi, example) : null;
  const isEqual =
    example !== undefined && got !== null && Math.abs(got - example.expected) <= TOLERANCE;
  const told = (value: number | null | undefined) => String(value ?? 'none');
  return { cells: [kpi.id, kpi.key, told(example?.expected), told(got)], isEqual };
});

const widths = [0, 1, 2, 3].map((column) =>
  Math.max(8, ...lines.map(({ cells }) => cells[column]?.length ?? 0)),
);
const row = (cells: readonly string[], end = '') =>
  `${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}${end}`.trimEnd();

process.stdout.write(`${row(['id', 'key', 'expected', 'got'])}\n`);
for (const { cells, isEqual } of lines) {
  process.stdout.write(`${row(cells, isEqual ? '' : '  DIFFERS')}\n`);
}
const differing = lines.filter(({ isEqual }) => !isEqual).length;
process.stdout.write(`\n${lines.length} KPIs, ${differing} differ\n`);
process.exitCode = differing === 0 ? 0 : 1;
