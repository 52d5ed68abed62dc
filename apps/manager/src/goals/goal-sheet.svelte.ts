import type { GoalRow, GoalsReply } from '@bellwether/contracts';
import type { DraftCell } from './goal-drafts.svelte.js';
import { cellText, partsOf } from './goal-cell-text.js';
import type { GoalColumn } from './goal-columns.js';
import { columnsOf } from './goal-columns.js';
import type { Goals } from './goals.svelte.js';
import type { GridPlace } from './grid-selection.svelte.js';
import { GridSelection } from './grid-selection.svelte.js';
import type { LaidCell } from './lay-row.js';
import { layRow } from './lay-row.js';
import { readAmount } from './paste/read-amount.js';
import type { Paste } from './paste/read-paste.js';
import type { PlacedPaste } from './place-paste.js';
import { placeRange } from './place-paste.js';
import { overMonths } from './weekday-shares.js';

/** A row as it would be if everything was saved. */
export interface SheetRow {
  readonly row: GoalRow;
  readonly goals: ReadonlyMap<string, number>;
  readonly cells: readonly LaidCell[];
}

/** The page of goals as a sheet: what stands in its cells, and what can be done to them. */
export class GoalSheet {
  readonly selection: GridSelection;
  /** What is being typed into the cell of the keyboard; null while nothing is. */
  editing = $state<string | null>(null);
  /** What the last deed could not do. */
  note = $state<string | null>(null);
  readonly columns: readonly GoalColumn[] = $derived.by(() =>
    columnsOf(this.reply?.year ?? this.goals.view.year, this.locale()),
  );
  readonly rows: readonly SheetRow[] = $derived.by(() =>
    (this.reply?.rows ?? []).map((row) => {
      const goals = this.#overlaid(row);
      return { row, goals, cells: layRow(goals, this.columns) };
    }),
  );

  constructor(
    readonly goals: Goals,
    private readonly locale: () => string,
  ) {
    this.selection = new GridSelection(() => ({
      rows: this.rows.length,
      columns: this.columns.length,
    }));
  }

  get reply(): GoalsReply | null {
    return this.goals.reply;
  }

  cellAt({ row, column }: GridPlace): LaidCell | undefined {
    return this.rows[row]?.cells[column];
  }

  /** As it would be typed. */
  textAt(place: GridPlace): string {
    const value = this.cellAt(place)?.value ?? null;
    return value === null || !this.reply ? '' : cellText(value, this.reply.unit, this.locale());
  }

  begin(text: string | null = null): void {
    const { at } = this.selection;
    const kind = this.cellAt(at)?.kind;
    if (kind === undefined) return;
    this.selection.go(at);
    this.note = lockOf(kind, this.columns[at.column]);
    if (this.note === null) this.editing = text ?? this.textAt(at);
  }

  /** Takes what was typed. False when it is no amount: it stays to be corrected. */
  take(): boolean {
    if (this.editing === null) return true;
    const amount = readAmount(this.editing);
    if (amount.kind === 'unread') {
      this.note = `“${this.editing}” is no amount. 12,500 and 12.5k are`;
      return false;
    }
    const value = amount.kind === 'empty' ? null : Math.round(amount.value * this.#parts());
    this.editing = null;
    this.note = null;
    this.goals.drafts.put(this.#drafts([this.selection.at], () => value));
    return true;
  }

  leave(): void {
    this.editing = null;
    this.note = null;
  }

  clear(): void {
    this.goals.drafts.put(this.#drafts(this.#marked(), () => null));
  }

  /** The first row, or the first column, over the rest of what is marked. */
  fill(direction: 'down' | 'right'): void {
    const { rows, columns } = this.selection.range;
    const from = ({ row, column }: GridPlace) => {
      const place = direction === 'down' ? { row: rows[0], column } : { row, column: columns[0] };
      return this.cellAt(place)?.value ?? null;
    };
    const rest = this.#marked().filter(({ row, column }) =>
      direction === 'down' ? row > rows[0] : column > columns[0],
    );
    this.goals.drafts.put(this.#drafts(rest, from));
  }

  /** A number of a quarter or a year becomes numbers of its months. */
  split({ row: at, column: columnAt }: GridPlace): void {
    const [sheet, column] = [this.rows[at], this.columns[columnAt]];
    const value = sheet && column ? sheet.goals.get(column.period) : undefined;
    if (!sheet || !column || value === undefined) return;
    const shares = overMonths(value, Number(column.period.slice(0, 4)), column.months);
    const months = this.columns.filter(({ kind }) => kind === 'month');
    this.goals.drafts.put([
      { row: sheet.row.id, period: column.period, value: null, was: this.#was(sheet, column) },
      ...column.months.flatMap((month, index): DraftCell[] => {
        const each = months[month];
        if (!each) return [];
        const was = this.#was(sheet, each);
        return [{ row: sheet.row.id, period: each.period, value: shares[index] ?? 0, was }];
      }),
    ]);
  }

  /** What is marked, for a spreadsheet. Sums stay behind, unless nothing else is marked. */
  copied(): string {
    const { rows, columns } = this.selection.range;
    const marked = this.columns.slice(columns[0], columns[1] + 1);
    const months = marked.filter(({ kind }) => kind === 'month');
    const taken = months.length > 0 ? months : marked;
    return this.rows
      .slice(rows[0], rows[1] + 1)
      .map(({ cells }) =>
        taken
          .map((column) => cells[this.columns.indexOf(column)]?.value ?? null)
          .map((value) => (value === null ? '' : String(value / this.#parts())))
          .join('\t'),
      )
      .join('\n');
  }

  /** One amount fills all that is marked; a range begins at the cell of the keyboard. */
  paste(paste: Paste): PlacedPaste {
    const { range, isOne } = this.selection;
    const only =
      paste.rows.length === 1 && paste.rows[0]?.amounts.length === 1 && paste.rows[0].amounts[0];
    if (only && only.kind === 'amount' && !isOne && paste.periods === null) {
      const value = Math.round(only.value * this.#parts());
      return { cells: this.#drafts(this.#marked(), () => value), troubles: [] };
    }
    const targets = this.rows.map(({ row, goals }) => ({ row: row.id, name: row.name, goals }));
    const at = { row: range.rows[0], column: range.columns[0] };
    const placed = placeRange(paste, at, targets, { columns: this.columns, parts: this.#parts() });
    return { ...placed, cells: placed.cells.map((cell) => ({ ...cell, was: this.#kept(cell) })) };
  }

  #parts(): number {
    return this.reply ? partsOf(this.reply.unit) : 1;
  }

  #marked(): readonly GridPlace[] {
    const { rows, columns } = this.selection.range;
    const places: GridPlace[] = [];
    for (let row = rows[0]; row <= rows[1]; row += 1) {
      for (let column = columns[0]; column <= columns[1]; column += 1) places.push({ row, column });
    }
    return places;
  }

  /** Cells that are sums or parts of others are passed over. */
  #drafts(
    places: readonly GridPlace[],
    valueOf: (place: GridPlace) => number | null,
  ): readonly DraftCell[] {
    return places.flatMap((place) => {
      const [sheet, column] = [this.rows[place.row], this.columns[place.column]];
      const kind = this.cellAt(place)?.kind;
      if (!sheet || !column || kind === 'sum' || kind === 'part') return [];
      const was = this.#was(sheet, column);
      return [{ row: sheet.row.id, period: column.period, value: valueOf(place), was }];
    });
  }

  #was({ row }: SheetRow, { period }: Pick<GoalColumn, 'period'>): number | null {
    return row.goals.find((goal) => goal.period === period)?.value ?? null;
  }

  #kept({ row: id, period }: DraftCell): number | null {
    const sheet = this.rows.find(({ row }) => row.id === id);
    return sheet ? this.#was(sheet, { period }) : null;
  }

  #overlaid(row: GoalRow): ReadonlyMap<string, number> {
    const goals = new Map(row.goals.map(({ period, value }) => [period, value]));
    for (const { period } of this.columns) {
      const draft = this.goals.drafts.of({ row: row.id, period });
      if (!draft) continue;
      if (draft.value === null) goals.delete(period);
      else goals.set(period, draft.value);
    }
    return goals;
  }
}

/** Why nothing can be typed here; null where it can. */
export function lockOf(kind: LaidCell['kind'], column: GoalColumn | undefined): string | null {
  if (kind === 'sum') {
    return `${column?.title} is the sum of its months. Clear them to give it a number of its own`;
  }
  if (kind === 'part') {
    return `${column?.name} is part of a larger number. Split that over its months first`;
  }
  return null;
}
