import { KPIS, SCORECARD_KPIS } from '@bellwether/domain';
import { EXAMPLES } from './examples.js';
import { SCORECARD_EXAMPLES, workOutScorecard } from './scorecards.js';
import { workOut } from './work-out.js';

/** The same to the last digit that people are shown. */
const TOLERANCE = 1e-8;

const isEqual = (expected: number | undefined, got: number | null | undefined) =>
  expected !== undefined && typeof got === 'number' && Math.abs(got - expected) <= TOLERANCE;
const told = (value: number | null | undefined) => String(value ?? 'none');

const ofBoards = KPIS.flatMap((kpi) => {
  const example = EXAMPLES.find((candidate) => candidate.kpi === kpi.key);
  const { value, facets } = example ? workOut(kpi, example) : { value: null, facets: {} };
  const whole = {
    cells: [kpi.id, kpi.key, told(example?.expected), told(value)],
    isEqual: isEqual(example?.expected, value),
  };
  const parts = Object.entries(example?.facets ?? {}).map(([facet, expected]) => ({
    cells: ['', `  ${facet || '(none)'}`, told(expected), told(facets[facet])],
    isEqual: isEqual(expected, facets[facet]),
  }));
  return [whole, ...parts];
});

const ofScorecards = SCORECARD_KPIS.map(({ id, key }) => {
  const example = SCORECARD_EXAMPLES.find(({ kpi }) => kpi === key);
  const value = example ? workOutScorecard(example) : null;
  return {
    cells: [id, key, told(example?.expected), told(value)],
    isEqual: isEqual(example?.expected, value),
  };
});

const lines = [...ofBoards, ...ofScorecards];

const widths = [0, 1, 2, 3].map((column) =>
  Math.max(8, ...lines.map(({ cells }) => cells[column]?.length ?? 0)),
);
const row = (cells: readonly string[], end = '') =>
  `${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}${end}`.trimEnd();

process.stdout.write(`${row(['id', 'key', 'expected', 'got'])}\n`);
for (const line of lines) {
  process.stdout.write(`${row(line.cells, line.isEqual ? '' : '  DIFFERS')}\n`);
}
const differing = lines.filter((line) => !line.isEqual).length;
process.stdout.write(`\n${KPIS.length + SCORECARD_KPIS.length} KPIs, ${differing} differ\n`);
process.exitCode = differing === 0 ? 0 : 1;
