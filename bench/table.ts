import type { Limit, Line } from './figure.js';
import { ratioOf, verdictOf } from './figure.js';

const HEAD = ['figure', 'ours', 'reference', 'ratio', 'limit', 'verdict'] as const;

/** The lines as a table of plain text, each followed by what was measured. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    quantity(line.ours, line.unit),
    quantity(line.reference, line.unit),
    ratioOf(line)?.toFixed(2) ?? '',
    limitText(line.limit, line.unit),
    verdictOf(line),
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const text = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = rows.flatMap((row, index) => [text(row), `    ${lines[index]?.note ?? ''}`]);
  return [text(HEAD), ...body, ''].join('\n');
}

function quantity(value: number | null, unit: string): string {
  if (value === null) return '';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unit.startsWith('/') || unit === 'x' ? `${number}${unit}` : `${number} ${unit}`;
}

function limitText(limit: Limit | null, unit: string): string {
  if (!limit) return '';
  const sign = limit.is === 'at-least' ? '>=' : '<=';
  const told = (value: number) =>
    limit.of === 'ratio' ? `ratio ${sign} ${value}` : `${sign} ${quantity(value, unit)}`;
  const aim = limit.aim === undefined || limit.aim === limit.must ? '' : `, aim ${limit.aim}`;
  return told(limit.must) + aim;
}
