import type {
  GoalMeasure,
  GoalRefusals,
  GoalRow,
  GoalsBody,
  GoalsReply,
  ReliefBody,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import { GoalDrafts } from './goal-drafts.svelte.js';

/** What the grid shows. */
export interface GoalView {
  readonly year: number;
  readonly of: 'people' | 'teams';
  readonly measure: GoalMeasure;
  /** Of the measure `product`. */
  readonly product: string;
  /** Empty is every team. */
  readonly team: string;
  readonly search: string;
  readonly page: number;
}

export const PAGE = 50;
/** In one request, so that what is saved can be told as it goes. */
const AT_ONCE = 400;
/** The most that the server gives at once. */
const MOST_ROWS = 200;
const AGAIN_MS = 1_200;

export type Saved =
  | { readonly kind: 'saved'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number; readonly reason: string };

/** The goals as they are kept, a page at a time, and what is being changed of them. */
export class Goals {
  view = $state.raw<GoalView>({
    year: new Date().getFullYear(),
    of: 'people',
    measure: 'money',
    product: '',
    team: '',
    search: '',
    page: 0,
  });
  reply = $state.raw<GoalsReply | null>(null);
  trouble = $state<string | null>(null);
  /** How many cells of how many are saved; null when nothing is. */
  saving = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
  readonly drafts = new GoalDrafts();
  /** Of teams that are to have another manager. */
  managers = $state.raw<ReadonlyMap<number, number>>(new Map());
  #asked = 0;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly api: BellwetherApi) {}

  get isChanged(): boolean {
    return this.drafts.count > 0 || this.managers.size > 0;
  }

  async show(change: Partial<GoalView>): Promise<void> {
    const isOther = Object.keys(change).some((name) => name !== 'page');
    this.view = { ...this.view, ...(isOther && { page: 0 }), ...change };
    await this.load();
  }

  async load(): Promise<void> {
    const { page, team, product, ...view } = this.view;
    const asked = (this.#asked += 1);
    clearTimeout(this.#again);
    const answer = await this.api.goals({
      ...view,
      offset: page * PAGE,
      limit: PAGE,
      ...(view.measure === 'product' && { product }),
      ...(team !== '' && { team: Number(team) }),
    });
    if (asked !== this.#asked) return;
    if (answer.kind === 'done') {
      this.reply = answer.body;
      this.trouble = null;
      // What was just saved is on its way through the ledger.
      if (answer.body.counting) this.#again = setTimeout(() => void this.load(), AGAIN_MS);
    } else this.trouble = reasonOf(answer);
  }

  close(): void {
    clearTimeout(this.#again);
  }

  managerOf({ id, manager }: Pick<GoalRow, 'id' | 'manager'>): number | null {
    return this.managers.get(id) ?? manager;
  }

  appoint(team: number, manager: number): void {
    this.managers = new Map([...this.managers, [team, manager]]);
  }

  drop(): void {
    this.drafts.drop();
    this.managers = new Map();
  }

  /** Some hundred at a time, rows whole: those of one request are taken together or not at all. */
  async save(): Promise<Saved> {
    const goals = this.#toSave();
    let count = 0;
    let reason: string | null = null;
    for (const some of inParts(goals)) {
      this.saving = { done: count, of: goals.length };
      const answer = await this.api.setGoals({ ...this.#what(), goals: [...some] });
      if (answer.kind === 'done') {
        count += some.length;
        this.drafts.saved(some.map(draftOf));
      } else {
        reason ??= this.#refused(some, answer);
        if (answer.kind === 'unreachable') break;
      }
    }
    this.saving = null;
    if (reason === null) this.managers = new Map();
    await this.load();
    return reason === null ? { kind: 'saved', count } : { kind: 'refused', count, reason };
  }

  /** What is kept of everybody, by row and period: a paste may be for rows of other pages. */
  async keptOf(): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
    const kept = new Map<number, ReadonlyMap<string, number>>();
    const { year, of } = this.view;
    for (let offset = 0, total = 1; offset < total; offset += MOST_ROWS) {
      const page = { year, of, ...this.#what(), offset, limit: MOST_ROWS };
      const answer = await this.api.goals(page);
      if (answer.kind !== 'done') break;
      total = answer.body.total;
      for (const { id, goals } of answer.body.rows) {
        kept.set(id, new Map(goals.map(({ period, value }) => [period, value])));
      }
    }
    return kept;
  }

  async relieve(body: Omit<ReliefBody, 'measure' | 'product'>): Promise<Answer<null>> {
    const answer = await this.api.giveRelief({ ...this.#what(), ...body });
    if (answer.kind === 'done') await this.load();
    return answer;
  }

  #what(): Pick<GoalsBody, 'measure' | 'product'> {
    const { measure, product } = this.view;
    return { measure, ...(measure === 'product' && { product }) };
  }

  #toSave(): GoalsBody['goals'] {
    const isPeople = this.view.of === 'people';
    const drafts = this.drafts.all.toSorted((a, b) => a.row - b.row);
    if (isPeople) return drafts.map(({ row, period, value }) => ({ person: row, period, value }));
    const rows = new Map((this.reply?.rows ?? []).map((row) => [row.id, row]));
    const handedOn = [...this.managers.keys()].flatMap((row) =>
      (rows.get(row)?.goals ?? [])
        .filter(({ period }) => !this.drafts.of({ row, period }))
        .map(({ period, value }) => ({ row, period, value })),
    );
    return [...drafts, ...handedOn].map(({ row, period, value }) => {
      const manager = this.managerOf(rows.get(row) ?? { id: row, manager: null });
      return { team: row, ...(manager !== null && { manager }), period, value };
    });
  }

  #refused(
    goals: readonly Goal[],
    answer: Exclude<Answer<unknown>, { readonly kind: 'done' }>,
  ): string {
    if (answer.kind === 'refused') {
      const { refusals = [] } = answer.problem as { readonly refusals?: GoalRefusals };
      this.drafts.refuse(
        refusals.flatMap(({ index, reason }) => {
          const goal = goals[index];
          return goal ? [{ ...draftOf(goal), reason }] : [];
        }),
      );
    }
    return reasonOf(answer);
  }
}

type Goal = GoalsBody['goals'][number];

function draftOf({ person, team, period }: Goal): {
  readonly row: number;
  readonly period: string;
} {
  return { row: person ?? team ?? 0, period };
}

/** A row is never cut: its cells may depend on each other. */
function inParts(goals: readonly Goal[]): readonly (readonly Goal[])[] {
  const parts: Goal[][] = [];
  for (const goal of goals) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    const isSameRow = last !== undefined && draftOf(last).row === draftOf(goal).row;
    if (part && (part.length < AT_ONCE || isSameRow)) part.push(goal);
    else parts.push([goal]);
  }
  return parts;
}
