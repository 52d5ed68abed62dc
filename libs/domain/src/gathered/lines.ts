import type { RecordId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import { addMonths, startOfDate } from '../time/business-date.js';
import type { Find, GroupContext } from './group.js';
import { whole } from './group.js';

/** From this day on it is so much; before the first it is 0. */
export interface Point {
  readonly date: BusinessDate;
  readonly value: number;
  readonly because: RecordId;
}

/** How something goes up and down, the oldest day first, one point for a day. */
export type Line = readonly Point[];

/** Whose it is from a day on; the first of them from the beginning. */
export type Owners = readonly { readonly date: BusinessDate; readonly owner: string }[];

/** A line of what is heard in any order: of a day the last word counts. */
export function lineOf(points: readonly Point[]): Line {
  const days = new Map<BusinessDate, Point>();
  for (const point of points) days.set(point.date, point);
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** What lines make together, day by day. */
export function combine(
  lines: readonly Line[],
  together: (...values: readonly number[]) => number,
): Line {
  const points = lines.flat().toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const made: Point[] = [];
  for (const { date, because } of points) {
    const value = together(...lines.map((line) => valueAt(line, date)));
    if (made.at(-1)?.date === date) continue;
    if (value !== (made.at(-1)?.value ?? 0)) made.push({ date, value, because });
  }
  return made;
}

export function sumOfLines(lines: readonly Line[]): Line {
  return combine(lines, (...values) => values.reduce((sum, value) => sum + value, 0));
}

/** The same, so many months later. */
export function later(line: Line, months: number): Line {
  return lineOf(line.map((point) => ({ ...point, date: addMonths(point.date, months) })));
}

function valueAt(line: Line, date: BusinessDate): number {
  return line.findLast((point) => point.date <= date)?.value ?? 0;
}

export function ownerAt(owners: Owners, date: BusinessDate): string | undefined {
  return (owners.findLast((one) => one.date <= date) ?? owners[0])?.owner;
}

/** What a line gains and loses, and moves from one owner to the next. */
export function balanceOf(line: Line, owners: Owners, { timeZone }: GroupContext): Find[] {
  const finds: Find[] = [];
  const [first] = line;
  if (!first) return finds;
  const dates = new Set([...line.map(({ date }) => date), ...owners.map(({ date }) => date)]);
  let before = { value: 0, owner: undefined as string | undefined };
  for (const date of [...dates].toSorted()) {
    if (date < first.date) continue;
    const now = { value: valueAt(line, date), owner: ownerAt(owners, date) };
    const because = line.findLast((point) => point.date <= date)?.because ?? first.because;
    const moment = { date, at: startOfDate(date, timeZone) };
    const isMoved = now.owner !== before.owner;
    if (isMoved || now.value !== before.value) {
      const change = (owner: string | undefined, quantity: number) => {
        if (quantity !== 0) finds.push({ credits: whole(owner), moment, quantity, because });
      };
      if (isMoved) {
        change(before.owner, -before.value);
        change(now.owner, now.value);
      } else change(now.owner, now.value - before.value);
    }
    before = now;
  }
  return finds;
}
