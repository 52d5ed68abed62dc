/** A cell by its row and its period. */
export interface DraftKey {
  readonly row: number;
  readonly period: string;
}

/** What a cell is to be; null clears it. `was` is what the server keeps. */
export interface DraftCell extends DraftKey {
  readonly value: number | null;
  readonly was: number | null;
}

type Drafts = ReadonlyMap<string, DraftCell>;

const keyOf = ({ row, period }: DraftKey) => `${row} ${period}`;

/** What was changed in the grid and is not saved yet, step by step. */
export class GoalDrafts {
  #cells = $state.raw<Drafts>(new Map());
  #past = $state.raw<readonly Drafts[]>([]);
  #future = $state.raw<readonly Drafts[]>([]);
  /** Why the server did not take a cell. */
  #refusals = $state.raw<ReadonlyMap<string, string>>(new Map());

  get all(): readonly DraftCell[] {
    return [...this.#cells.values()];
  }

  get count(): number {
    return this.#cells.size;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  of(key: DraftKey): DraftCell | undefined {
    return this.#cells.get(keyOf(key));
  }

  /** Why it was not taken; null when it was not refused. */
  refusal(key: DraftKey): string | null {
    return this.#refusals.get(keyOf(key)) ?? null;
  }

  get refused(): number {
    return this.#refusals.size;
  }

  /** All of it is one step to undo. What is as it was is no draft. */
  put(cells: readonly DraftCell[]): void {
    const next = new Map(this.#cells);
    for (const cell of cells) {
      if (cell.value === cell.was) next.delete(keyOf(cell));
      else next.set(keyOf(cell), cell);
    }
    this.#step(next);
    this.#forgive(cells);
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#future = [this.#cells, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#cells = before;
    this.#refusals = new Map();
  }

  redo(): void {
    const [after, ...later] = this.#future;
    if (!after) return;
    this.#past = [...this.#past, this.#cells];
    this.#future = later;
    this.#cells = after;
  }

  /** They are kept: nothing of before can be undone here any more. */
  saved(cells: readonly DraftKey[]): void {
    const next = new Map(this.#cells);
    for (const cell of cells) next.delete(keyOf(cell));
    this.#cells = next;
    this.#past = [];
    this.#future = [];
    this.#forgive(cells);
  }

  refuse(cells: readonly (DraftKey & { readonly reason: string })[]): void {
    const next = new Map(this.#refusals);
    for (const cell of cells) next.set(keyOf(cell), cell.reason);
    this.#refusals = next;
  }

  drop(): void {
    this.#cells = new Map();
    this.#past = [];
    this.#future = [];
    this.#refusals = new Map();
  }

  #step(next: Drafts): void {
    this.#past = [...this.#past, this.#cells];
    this.#future = [];
    this.#cells = next;
  }

  #forgive(cells: readonly DraftKey[]): void {
    const next = new Map(this.#refusals);
    for (const cell of cells) next.delete(keyOf(cell));
    this.#refusals = next;
  }
}
