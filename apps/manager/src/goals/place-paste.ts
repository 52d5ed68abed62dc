import type { DraftCell } from './goal-drafts.svelte.js';
import type { GoalColumn } from './goal-columns.js';
import type { GridPlace } from './grid-selection.svelte.js';
import type { Paste, PastedRow } from './paste/read-paste.js';

/** Cells that a paste wants to fill, and what it could not make out. */
export interface PlacedPaste {
  readonly cells: readonly DraftCell[];
  /** Sentences for whoever pasted. */
  readonly troubles: readonly string[];
}

interface Target {
  readonly row: number;
  readonly name: string;
  readonly goals: ReadonlyMap<string, number>;
}

export interface PasteScene {
  readonly columns: readonly GoalColumn[];
  /** How many smallest parts make one of what is pasted. */
  readonly parts: number;
}

/** Which columns a paste goes to when it does not say: those of the kind of the first one, from there on. */
export function columnsFor(
  width: number,
  at: number,
  columns: readonly GoalColumn[],
): readonly GoalColumn[] {
  if (width === columns.length) return columns;
  const kind = columns[at]?.kind ?? 'month';
  return columns
    .slice(at)
    .filter((column) => column.kind === kind)
    .slice(0, width);
}

/** Puts rows of a paste on the rows of the grid that they are meant for. */
export function placePaste(
  rows: readonly (PastedRow & { readonly target: Target })[],
  periods: readonly string[],
  { parts }: PasteScene,
): PlacedPaste {
  const cells = new Map<string, DraftCell>();
  const troubles: string[] = [];
  for (const { target, amounts } of rows) {
    for (const [index, amount] of amounts.entries()) {
      const period = periods[index];
      if (amount.kind === 'empty') continue;
      if (period === undefined) continue;
      if (amount.kind === 'unread') {
        troubles.push(`${target.name}, ${period}: that is no amount`);
        continue;
      }
      cells.set(`${target.row} ${period}`, {
        row: target.row,
        period,
        value: Math.round(amount.value * parts),
        was: target.goals.get(period) ?? null,
      });
    }
  }
  return { cells: [...cells.values()], troubles };
}

/** A plain range, from a cell on: the rows of the page below it, the columns to the right of it. */
export function placeRange(
  { rows, periods }: Paste,
  at: GridPlace,
  targets: readonly Target[],
  scene: PasteScene,
): PlacedPaste {
  const width = Math.max(0, ...rows.map(({ amounts }) => amounts.length));
  const columns =
    periods ?? columnsFor(width, at.column, scene.columns).map(({ period }) => period);
  const placed = rows.flatMap((row, index) => {
    const target = targets[at.row + index];
    return target ? [{ ...row, target }] : [];
  });
  const { cells, troubles } = placePaste(placed, columns, scene);
  const over = rows.length - placed.length;
  const wide = width - columns.length;
  return {
    cells,
    troubles: [
      ...troubles,
      ...(over > 0
        ? [`${over} ${over === 1 ? 'row is' : 'rows are'} below the last of this page`]
        : []),
      ...(wide > 0 ? [`${wide} ${wide === 1 ? 'column is' : 'columns are'} beyond the year`] : []),
    ],
  };
}
