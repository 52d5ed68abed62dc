import type {
  DraftProblem,
  FieldFacts,
  OwnMetricDraft,
  OwnMetricPreview,
} from '@bellwether/contracts';
import { reasonOf, type Answer } from '@bellwether/ui';
import type { FieldKind, FieldTest, FromRecords, RecordChoice } from './field-words.js';
import { OWN } from './field-words.js';
import { fromRecord, newDraft } from './new-draft.js';
import type { OwnMetric, OwnMetrics } from './own-metrics.svelte.js';

/** Long enough for a word, short enough to seem at once. */
const TYPING_MS = 250;

/** A metric while somebody words it, beside what it would come to. */
export class Builder {
  draft = $state.raw<OwnMetricDraft>(newDraft([]));
  preview = $state.raw<OwnMetricPreview | null>(null);
  /** The preview is of an earlier word. */
  isLate = $state(false);
  /** Why there is no preview. */
  trouble = $state<string | null>(null);
  /** Somebody pressed publish, so that what is missing is said. */
  pressed = $state(false);
  saving = $state(false);
  #kept = $state.raw('');
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  readonly isChanged = $derived(JSON.stringify(this.draft) !== this.#kept);
  readonly from = $derived(this.draft.from.kind === 'records' ? this.draft.from : null);
  readonly choice = $derived.by((): RecordChoice | undefined =>
    this.own.records.find(({ record }) => record === this.from?.record),
  );
  /** The declared fields, and those of one's own that records have. */
  readonly fields = $derived([
    ...(this.choice?.fields.map(({ field }) => field) ?? []),
    ...(this.preview?.fields ?? [])
      .map(({ field }) => field)
      .filter((field) => field.startsWith(OWN)),
  ]);

  constructor(
    readonly own: OwnMetrics,
    readonly metric: OwnMetric | null,
  ) {
    this.draft = metric?.draft ?? newDraft(own.records);
    this.#kept = JSON.stringify(this.draft);
  }

  get key(): string | null {
    return this.metric?.key ?? null;
  }

  change(part: Partial<OwnMetricDraft>): void {
    this.draft = { ...this.draft, ...part };
    this.lookSoon();
  }

  changeFrom(part: Partial<FromRecords>): void {
    if (this.from) this.change({ from: { ...this.from, ...part } });
  }

  /** Another figure; of how many it has to be is asked anew. */
  takeFigure(part: Pick<FromRecords, 'figure' | 'oncePer'>): void {
    if (!this.from) return;
    const { least: _, atMost, ...from } = this.from;
    const keepsCap = atMost !== undefined && ['count', 'sum'].includes(part.figure.kind);
    this.change({ from: { ...from, ...part, ...(keepsCap && { atMost }) } });
  }

  /** How many of a day count, or of each value of a field; one of each needs no cap. */
  takeOften(oncePer: string | null, atMost: number | undefined): void {
    if (!this.from) return;
    const { atMost: _, ...from } = this.from;
    const isCap = atMost !== undefined && !(oncePer !== null && atMost === 1);
    this.change({ from: { ...from, oncePer, ...(isCap && { atMost }) } });
  }

  takeRecord(record: FromRecords['record']): void {
    if (record !== this.from?.record) this.change({ from: fromRecord(record, this.own.records) });
  }

  kindOf = (field: string): FieldKind =>
    this.choice?.fields.find((one) => one.field === field)?.kind ?? 'own';

  operatorsOf(field: string): readonly FieldTest['operator'][] {
    const declared = this.choice?.fields.find((one) => one.field === field);
    return declared?.operators ?? this.own.ownFieldOperators;
  }

  factsOf(field: string): FieldFacts | undefined {
    return this.preview?.fields.find((one) => one.field === field);
  }

  /** The values that a field can have, or those that occur. */
  valuesOf(field: string): readonly string[] {
    const declared = this.choice?.fields.find((one) => one.field === field)?.values;
    return declared ?? this.factsOf(field)?.values.map(({ value }) => value) ?? [];
  }

  /** What is wrong at this place or below it; what is only not written yet waits for a press. */
  problemAt(path: string): DraftProblem | undefined {
    const found = this.preview?.problems.find(
      (problem) => problem.path === path || problem.path.startsWith(`${path}/`),
    );
    return found && (this.pressed || !this.#isUnwritten(found)) ? found : undefined;
  }

  lookSoon(): void {
    this.isLate = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), TYPING_MS);
  }

  async look(): Promise<void> {
    clearTimeout(this.#timer);
    this.isLate = true;
    this.#round += 1;
    const round = this.#round;
    const answer = await this.own.api.tryOwnMetric({ draft: this.draft, key: this.key });
    // The last answer wins: those before it are of an earlier word.
    if (this.#closed || round !== this.#round) return;
    this.isLate = false;
    this.trouble = answer.kind === 'done' ? null : reasonOf(answer);
    if (answer.kind === 'done') this.preview = answer.body;
  }

  async publish(): Promise<Answer<{ readonly key: string }>> {
    this.pressed = true;
    this.saving = true;
    const answer = await this.own.keep(this.draft, this.key);
    this.saving = false;
    if (answer.kind === 'done') this.#kept = JSON.stringify(this.draft);
    else void this.look();
    return answer;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #isFormulaEmpty(): boolean {
    const { from } = this.draft;
    return from.kind === 'formula' && from.cel.trim() === '';
  }

  #isUnwritten({ path }: DraftProblem): boolean {
    if (path === '/title') return this.draft.title.trim() === '';
    const when = this.from?.when;
    const place = /^\/from\/when\/tests\/(\d+)\//.exec(path)?.[1];
    if (place === undefined || when?.kind !== 'form')
      return path === '/from/terms' || this.#isFormulaEmpty();
    const test = when.tests[Number(place)];
    const { value = '' } = test ?? {};
    return value === '' || (Array.isArray(value) && value.length === 0);
  }
}
