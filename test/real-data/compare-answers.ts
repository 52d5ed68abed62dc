import type { Row } from './read-csv.js';

/** What our boards say for one row of an answer file, by the same column names. */
export type OwnRow = Readonly<Record<string, number | string | null>>;

export interface Comparison {
  readonly compared: number;
  readonly equal: number;
  readonly firstDifference: string | undefined;
}

/**
 * Holds an answer file against our own rows. Whole numbers and texts must be the same; a number
 * with decimals must be within half of its last digit. A row of ours that has no answer is a
 * difference, too.
 */
export function compareAnswers(
  answers: readonly Row[],
  keyColumns: readonly string[],
  valueColumns: readonly string[],
  own: ReadonlyMap<string, OwnRow>,
): Comparison {
  const left = new Map(own);
  let equal = 0;
  let firstDifference: string | undefined;
  for (const answer of answers) {
    const key = keyColumns.map((column) => answer[column]).join(' / ');
    const row = left.get(key);
    left.delete(key);
    const wrong = valueColumns.find((column) => !isSame(answer[column] ?? '', row?.[column]));
    if (row && wrong === undefined) equal += 1;
    else {
      const column = wrong ?? '';
      firstDifference ??= `${key}: ${column} is ${String(row?.[column])}, answer ${answer[column]}`;
    }
  }
  for (const key of left.keys()) firstDifference ??= `${key}: ours only`;
  return { compared: answers.length + left.size, equal, firstDifference };
}

function isSame(answer: string, own: number | string | null | undefined): boolean {
  if (own === undefined) return false;
  if (own === null) return answer === '';
  if (typeof own === 'string') return answer === own;
  const decimals = answer.split('.')[1]?.length ?? 0;
  if (answer === '') return false;
  const half = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  return Math.abs(Number(answer) - own) <= half + 1e-12;
}
