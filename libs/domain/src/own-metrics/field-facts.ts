import type { FieldValue, Fields, RecordType } from '../records/record-fields.js';
import { CUSTOM } from '../records/record-fields.js';
import { kindOfField } from './testable-field.js';

/** What records say of a field. */
export interface FieldFacts {
  readonly field: string;
  /** How many know it. */
  readonly known: number;
  /** The values that occur most, where it has few different ones. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How its numbers lie; null where it has none. */
  readonly spread: Spread | null;
}

/** Numbers from the least to the most, counted in equal steps; the largest of a few stand in the last. */
export interface Spread {
  readonly least: number;
  readonly most: number;
  readonly bins: readonly number[];
}

const BINS = 16;
/** A field with more has no list to choose from. */
const MOST_DIFFERENT = 200;
const MOST_VALUES = 20;
/** One of fifty is far out. */
const USUAL = 0.98;

/** Collects what records of a type say, to choose from and to look at. */
export class FieldFactsCollector {
  readonly #fields = new Map<string, Collected>();

  constructor(private readonly record: RecordType) {}

  add(fields: Fields): void {
    for (const [field, value] of Object.entries(fields)) {
      if (value === null || value === undefined) continue;
      let collected = this.#fields.get(field);
      if (!collected) {
        // A source may say anything of its own: a few names of it are enough.
        if (field.startsWith(CUSTOM) && this.#fields.size > 200) continue;
        collected = { known: 0, texts: new Map(), numbers: [] };
        this.#fields.set(field, collected);
      }
      collected.known += 1;
      this.#note(collected, field, value);
    }
  }

  facts(): readonly FieldFacts[] {
    return [...this.#fields].map(([field, { known, texts, numbers }]) => ({
      field,
      known,
      values: texts.size > MOST_DIFFERENT ? [] : most(texts),
      spread: numbers.length === 0 ? null : spreadOf(numbers),
    }));
  }

  #note({ texts, numbers }: Collected, field: string, value: Exclude<FieldValue, null>): void {
    const kind = kindOfField(this.record, field);
    if (kind === 'money') numbers.push(Number(value));
    else if (typeof value === 'number' && kind !== 'instant') numbers.push(value);
    else if (kind === 'texts' && Array.isArray(value)) {
      for (const one of value) if (typeof one === 'string') countIn(texts, one);
    } else if (typeof value === 'string' && kind !== 'date') countIn(texts, value);
  }
}

interface Collected {
  known: number;
  readonly texts: Map<string, number>;
  readonly numbers: number[];
}

function countIn(texts: Map<string, number>, value: string): void {
  if (texts.size <= MOST_DIFFERENT || texts.has(value)) {
    texts.set(value, (texts.get(value) ?? 0) + 1);
  }
}

function most(texts: ReadonlyMap<string, number>): FieldFacts['values'] {
  return [...texts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

function spreadOf(numbers: readonly number[]): Spread {
  const ordered = numbers.toSorted((a, b) => a - b);
  const least = Math.min(0, ordered[0] ?? 0);
  const usual = ordered[Math.floor((ordered.length - 1) * USUAL)] ?? 0;
  const top = usual > least ? usual : least + 1;
  const bins = Array.from({ length: BINS }, () => 0);
  for (const number of ordered) {
    const bin = Math.min(BINS - 1, Math.floor(((number - least) / (top - least)) * BINS));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return { least, most: top, bins };
}
