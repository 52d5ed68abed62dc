import type { Kpi, Measure, MeasureDefinition, MeasureId, Metric } from '@bellwether/domain';
import { BUILT_IN_MEASURES, BUILT_IN_METRICS, KPIS, bindMetric } from '@bellwether/domain';
import { describe, expect, it } from 'vitest';
import type { InForce } from '../ports/definitions.js';
import { addKpi } from './add-kpi.js';
import { removeKpi } from './remove-kpi.js';

const numbered = (definitions: readonly MeasureDefinition[]): readonly Measure[] =>
  definitions.map((measure, index) => ({ ...measure, id: (index + 1) as MeasureId, version: 1 }));

const bound = (
  definitions: readonly Kpi['metric'][],
  measures: readonly Measure[],
): readonly Metric[] => definitions.map((metric) => bindMetric(metric, 1, measures, 'EUR'));

/** What an organisation has that uses these. */
function inForceWith(kpis: readonly Kpi[], slides: InForce['screens'][number]['slides'] = []) {
  const own = new Map(kpis.flatMap(({ measures }) => measures.map((one) => [one.key, one])));
  const measures = numbered([...BUILT_IN_MEASURES, ...own.values()]);
  const builtIn = new Set(BUILT_IN_METRICS.map(({ key }) => key));
  const added = kpis.map(({ metric }) => metric).filter(({ key }) => !builtIn.has(key));
  const metrics = bound([...BUILT_IN_METRICS, ...added], measures);
  return { measures, metrics, screens: [{ name: 'Porto', slides }], users: [] } satisfies InForce;
}

const kpi = (key: string, ...measures: readonly string[]): Kpi => ({
  ...KPIS[0]!,
  key,
  metric: {
    ...KPIS[0]!.metric,
    key,
    formula: { kind: 'sum', terms: Object.fromEntries(measures.map((name) => [name, 1])) },
  },
  measures: measures
    .filter((name) => !BUILT_IN_MEASURES.some((builtIn) => builtIn.key === name))
    .map((name) => ({ key: name, unit: 'count', rules: [] })),
});

const keysOf = (definitions: readonly { readonly key: string }[]) =>
  definitions.map(({ key }) => key);

describe('a KPI that is used', () => {
  it.each(KPIS.map((one) => [one.key, one] as const))('can be counted: %s', (_, one) => {
    const none = { measures: [], metrics: [], screens: [], users: [] };
    const change = addKpi(one, none);
    if (change.kind !== 'add') throw new Error('It is not added');
    expect(() => bindMetric(change.metric, 1, numbered(change.measures), 'EUR')).not.toThrow();
  });

  it('brings the measures that are lacking, and no other', () => {
    const demos = kpi('demos', 'demos_held', 'demos_booked', 'calls');
    const inForce = inForceWith([kpi('held', 'demos_held')]);
    const change = addKpi(demos, inForce);
    expect(change.kind === 'add' && keysOf(change.measures)).toEqual(['demos_booked']);
  });

  it('is used once', () => {
    const demos = kpi('demos', 'demos_held');
    expect(addKpi(demos, inForceWith([demos]))).toEqual({ kind: 'leave', because: 'in-use' });
  });
});

describe('a KPI that is dropped', () => {
  const removed = (one: Kpi, inForce: InForce) => {
    const change = removeKpi(one, inForce);
    if (change.kind !== 'remove') return change;
    const gone = new Set(change.measures);
    return keysOf(inForce.measures.filter(({ id }) => gone.has(id)));
  };

  it('takes its measures along, but for those of others and of every organisation', () => {
    const demos = kpi('demos', 'demos_held', 'demos_booked', 'calls');
    const held = kpi('held', 'demos_held');
    expect(removed(demos, inForceWith([demos, held]))).toEqual(['demos_booked']);
    expect(removed(demos, inForceWith([demos]))).toEqual(['demos_held', 'demos_booked']);
  });

  it.each(KPIS.map((one) => [one.key, one] as const))(
    'leaves all others countable: %s',
    (_, one) => {
      const inForce = inForceWith(KPIS);
      const change = removeKpi(one, inForce);
      if (change.kind !== 'remove') throw new Error('It is not removed');
      const gone = new Set(change.measures);
      const left = inForce.measures.filter(({ id }) => !gone.has(id));
      const others = [...BUILT_IN_METRICS, ...KPIS.map(({ metric }) => metric)];
      const kept = others.filter(({ key }) => key !== change.metric.key);
      expect(() => bound(kept, left)).not.toThrow();
    },
  );

  it.each([
    ['a board', { board: 'demos.day.reps', strip: null }],
    ['a strip', { board: 'calls.day.reps', strip: 'demos.day.teams' }],
    ['a board of one day', { board: 'demos.day@2026-11-20.reps', strip: null }],
  ])('stays as long as a wall plays it: %s', (_, slide) => {
    const demos = kpi('demos', 'demos_held');
    const inForce = inForceWith([demos], [{ ...slide, seconds: 20 }]);
    expect(removed(demos, inForce)).toEqual({ kind: 'leave', because: { shownOn: ['Porto'] } });
  });

  it('stays as long as a metric or a scorecard is made of it', () => {
    const demos = kpi('demos', 'demos_held');
    const users = [
      { name: 'Account executives', metrics: ['calls', 'demos'] },
      { name: 'Call points', metrics: ['calls'] },
    ];
    expect(removed(demos, { ...inForceWith([demos]), users })).toEqual({
      kind: 'leave',
      because: { usedBy: ['Account executives'] },
    });
  });

  it('is none that is not in use', () => {
    const demos = kpi('demos', 'demos_held');
    expect(removed(demos, inForceWith([]))).toEqual({ kind: 'leave', because: 'not-in-use' });
  });
});
