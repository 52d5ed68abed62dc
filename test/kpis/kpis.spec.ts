import type { RecordType } from '@bellwether/domain';
import { BUILT_IN_MEASURES, KPIS, SCORECARD_KPIS, compileExpression } from '@bellwether/domain';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './examples.js';
import { SCORECARD_EXAMPLES, workOutScorecard } from './scorecards.js';
import { workOut } from './work-out.js';

describe('a worked example', () => {
  it.each(KPIS.map((kpi) => [kpi.key, kpi] as const))('of %s comes out', (key, kpi) => {
    const examples = EXAMPLES.filter((example) => example.kpi === key);
    expect(examples).toHaveLength(1);
    for (const example of examples) {
      const { value, facets } = workOut(kpi, example);
      expect(value).toBeCloseTo(example.expected, 8);
      for (const [facet, expected] of Object.entries(example.facets ?? {})) {
        expect([facet, facets[facet]]).toEqual([facet, expect.closeTo(expected, 8)]);
      }
    }
  });

  it.each(SCORECARD_KPIS.map(({ key }) => key))('of %s comes out on a scorecard', (key) => {
    const examples = SCORECARD_EXAMPLES.filter(({ kpi }) => kpi === key);
    expect(examples).toHaveLength(1);
    for (const example of examples) {
      expect(workOutScorecard(example)).toBeCloseTo(example.expected, 8);
    }
  });

  it('is of a KPI that there is', () => {
    const keys = new Set(KPIS.map(({ key }) => key));
    expect(EXAMPLES.filter(({ kpi }) => !keys.has(kpi))).toEqual([]);
  });
});

describe('the library', () => {
  const measures = KPIS.flatMap((kpi) => kpi.measures);

  it('names each KPI, and what it is shown as, once', () => {
    for (const names of [
      [...KPIS, ...SCORECARD_KPIS].map(({ id }) => id),
      [...KPIS, ...SCORECARD_KPIS].map(({ key }) => key),
      KPIS.map(({ metric }) => metric.key),
    ]) {
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it('means the same by the same measure, wherever it stands', () => {
    const all = [...BUILT_IN_MEASURES, ...measures];
    for (const measure of all) {
      expect(all.find(({ key }) => key === measure.key)).toEqual(measure);
    }
  });

  it('says in words what each of its measures counts', () => {
    expect(measures.filter(({ words }) => !words).map(({ key }) => key)).toEqual([]);
  });

  it('has nothing but conditions that can be read', () => {
    const unreadable = measures
      .flatMap(({ rules }) => rules)
      .filter(({ when, amount, record }) => {
        const texts = [when, amount.kind === 'expression' ? amount.cel : undefined];
        return texts.some((text) => text !== undefined && !isReadable(text, record));
      });
    expect(unreadable).toEqual([]);
  });
});

function isReadable(text: string, record: RecordType): boolean {
  try {
    compileExpression(text, record);
    return true;
  } catch {
    return false;
  }
}
