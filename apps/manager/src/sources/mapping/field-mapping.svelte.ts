import type {
  DeliveryLine,
  FieldPreviewReply,
  FieldRule,
  RuleTrouble,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import {
  ruleOf,
  withField,
  type Catalogue,
  type DraftRule,
  type RecordName,
} from './draft-rule.js';

/** Long enough for a word, short enough to seem at once. */
const TYPING_MS = 180;
const LATELY = 20;

/** Rules of a source while somebody writes them, beside what they make of a delivery. */
export class FieldMapping {
  rules = $state.raw<readonly DraftRule[]>([]);
  /** The rule that a value from the tree goes into. */
  activeId = $state<number | null>(null);
  catalogue = $state.raw<Catalogue>([]);
  deliveries = $state.raw<readonly DeliveryLine[]>([]);
  /** The delivery that is looked into; null: what was pasted. */
  ref = $state<string | null>(null);
  pasted = $state('');
  preview = $state.raw<FieldPreviewReply | null>(null);
  /** The preview is of an earlier word. */
  isLate = $state(false);
  loaded = $state(false);
  /** Why there is nothing to show. */
  trouble = $state<string | null>(null);
  previewTrouble = $state<string | null>(null);
  #kept = $state.raw('[]');
  #lastId = 0;
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  readonly changed = $derived(JSON.stringify(this.rules.map(ruleOf)) !== this.#kept);
  readonly active = $derived(this.rules.find(({ id }) => id === this.activeId) ?? null);
  readonly hasSomething = $derived(this.ref !== null || this.pasted.trim() !== '');

  constructor(
    private readonly api: BellwetherApi,
    readonly sourceId: number,
  ) {}

  async load(): Promise<void> {
    const [fields, log] = await Promise.all([
      this.api.fieldRules(this.sourceId),
      this.api.deliveries(this.sourceId, { limit: LATELY }),
    ]);
    if (this.#closed) return;
    if (fields.kind !== 'done') {
      this.trouble = reasonOf(fields);
      return;
    }
    this.trouble = log.kind === 'done' ? null : reasonOf(log);
    this.catalogue = fields.body.records;
    this.#begin(fields.body.rules);
    this.deliveries = log.kind === 'done' ? log.body.deliveries.filter(holdsSomething) : [];
    this.ref = this.deliveries[0]?.ref ?? null;
    this.loaded = true;
    await this.#look();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  /** What keeps a rule from being kept. */
  troubleOf(id: number): RuleTrouble | null {
    const place = this.rules.findIndex((rule) => rule.id === id);
    return this.preview?.troubles.find(({ rule }) => rule === place) ?? null;
  }

  add(from = ''): DraftRule {
    const record = this.#likelyRecord();
    this.#lastId += 1;
    const rule: DraftRule = { id: this.#lastId, record, field: '', from, read: { as: 'text' } };
    this.rules = [...this.rules, rule];
    this.activeId = rule.id;
    this.lookSoon();
    return rule;
  }

  remove(id: number): void {
    this.rules = this.rules.filter((rule) => rule.id !== id);
    if (this.activeId === id) this.activeId = null;
    this.lookSoon();
  }

  change(id: number, part: Partial<Omit<DraftRule, 'id'>>): void {
    this.rules = this.rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule));
    this.lookSoon();
  }

  fill(id: number, record: RecordName, field: string): void {
    this.rules = this.rules.map((rule) =>
      rule.id === id ? withField(rule, record, field, this.catalogue) : rule,
    );
    this.lookSoon();
  }

  /** A value was pointed at: it fills the active rule, or begins one. */
  take(path: string): DraftRule {
    const { active } = this;
    if (!active) return this.add(path);
    this.change(active.id, { from: path });
    return active;
  }

  lookInto(ref: string | null): void {
    this.ref = ref;
    this.preview = null;
    void this.#look();
  }

  paste(text: string): void {
    this.pasted = text;
    this.lookSoon();
  }

  lookSoon(): void {
    this.isLate = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), TYPING_MS);
  }

  async save(): Promise<Answer<unknown>> {
    const rules = this.rules.map(ruleOf);
    const answer = await this.api.keepFieldRules(this.sourceId, { rules });
    if (answer.kind === 'done') {
      this.#kept = JSON.stringify(rules);
      this.lookSoon();
    }
    return answer;
  }

  discard(): void {
    this.#begin(JSON.parse(this.#kept) as readonly FieldRule[]);
    this.lookSoon();
  }

  #begin(rules: readonly FieldRule[]): void {
    this.#kept = JSON.stringify(rules);
    this.rules = rules.map((rule) => {
      this.#lastId += 1;
      return { id: this.#lastId, ...rule };
    });
    this.activeId = null;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#round += 1;
    const round = this.#round;
    const rules = this.rules.map(ruleOf);
    // Rules are looked over also when there is nothing to try them on.
    const body = this.pasted.trim() === '' ? '{}' : this.pasted;
    const sent = this.ref === null ? { body } : { ref: this.ref };
    const answer = await this.api.previewFields(this.sourceId, { rules, sent });
    if (this.#closed || round !== this.#round) return;
    this.isLate = false;
    if (answer.kind === 'done') {
      this.preview = answer.body;
      this.previewTrouble = null;
    } else this.previewTrouble = reasonOf(answer);
  }

  /** What the delivery in view tells of. */
  #likelyRecord(): RecordName {
    const told =
      this.preview?.items.flatMap(({ records }) => records.map(({ type }) => type)) ?? [];
    const known = this.catalogue.find(({ record }) => told.includes(record)) ?? this.catalogue[0];
    return known?.record ?? 'deal';
  }
}

function holdsSomething({ size, state }: DeliveryLine): boolean {
  return size !== null && size > 0 && state !== 'refused' && state !== 'emptied';
}
