/** A place in the grid, by its row and column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridRange {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** Which cell the keyboard is at, and which stretch is marked with it. */
export class GridSelection {
  /** Where marking began: it is typed into. */
  at = $state.raw<GridPlace>({ row: 0, column: 0 });
  #end = $state.raw<GridPlace>({ row: 0, column: 0 });

  constructor(private readonly size: () => { readonly rows: number; readonly columns: number }) {}

  get end(): GridPlace {
    return this.#within(this.#end);
  }

  get range(): GridRange {
    const [one, other] = [this.#within(this.at), this.end];
    return {
      rows: [Math.min(one.row, other.row), Math.max(one.row, other.row)],
      columns: [Math.min(one.column, other.column), Math.max(one.column, other.column)],
    };
  }

  get isOne(): boolean {
    const { rows, columns } = this.range;
    return rows[0] === rows[1] && columns[0] === columns[1];
  }

  includes(row: number, column: number): boolean {
    const { rows, columns } = this.range;
    return row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1];
  }

  go(place: GridPlace): void {
    this.at = this.#within(place);
    this.#end = this.at;
  }

  markTo(place: GridPlace): void {
    this.#end = this.#within(place);
  }

  /** By so many cells; with `isMarking` what is marked grows or shrinks. */
  move(rows: number, columns: number, isMarking = false): void {
    const from = isMarking ? this.end : this.#within(this.at);
    const to = { row: from.row + rows, column: from.column + columns };
    if (isMarking) this.markTo(to);
    else this.go(to);
  }

  markAll(): void {
    const { rows, columns } = this.size();
    this.at = { row: 0, column: 0 };
    this.markTo({ row: rows - 1, column: columns - 1 });
  }

  #within({ row, column }: GridPlace): GridPlace {
    const { rows, columns } = this.size();
    return {
      row: Math.max(0, Math.min(rows - 1, row)),
      column: Math.max(0, Math.min(columns - 1, column)),
    };
  }
}
