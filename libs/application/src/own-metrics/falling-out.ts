import type { Fields, FromRecords } from '@bellwether/domain';
import { OPERATORS, fulfils, kindOfField } from '@bellwether/domain';

/** Counts for each line of a form how many records do not fulfil it, by itself. */
export class FallingOut {
  #looked = 0;
  readonly #fell = new Map<number, number>();

  add({ record, when }: FromRecords, fields: Fields): void {
    this.#looked += 1;
    if (when.kind !== 'form') return;
    for (const [index, test] of when.tests.entries()) {
      const kind = kindOfField(record, test.field);
      if (!kind || !OPERATORS[kind].includes(test.operator)) continue;
      if (!fulfils(test, record, fields)) this.#fell.set(index, (this.#fell.get(index) ?? 0) + 1);
    }
  }

  counts(): { readonly looked: number; readonly tests: ReadonlyMap<number, number> } {
    return { looked: this.#looked, tests: this.#fell };
  }
}
