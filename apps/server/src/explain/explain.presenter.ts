import type { BrokenDown, Explanation } from '@bellwether/application';
import type { BreakDownReply, ExplainReply } from '@bellwether/contracts';
import type { Directory } from '@bellwether/application';
import { presentUnit } from '../boards/board.presenter.js';
import { presentEntry } from './entry.presenter.js';

/** Where a number comes from, as the API tells it. */
export function presentExplanation(
  explanation: Explanation,
  broken: BrokenDown | null,
  { organisation, measures }: Directory,
): ExplainReply {
  const { person, metric, period, value, shown, equal, parts, entries, nextAfter } = explanation;
  const { shortage, least, leftOut } = explanation;
  const nameOf = new Map(measures.map((measure) => [measure.id, measure]));
  return {
    person: { id: person.id, name: person.name },
    metric: {
      key: metric.key,
      version: metric.version,
      title: metric.title,
      unit: presentUnit(metric.unit, organisation.currency),
    },
    period: {
      kind: period.kind,
      key: period.key,
      startsOn: period.startsOn,
      endsOn: period.endsOn,
    },
    score: value?.score ?? null,
    halves: value?.parts ?? null,
    shown,
    equal,
    noPlace: shortage && least && { ...shortage, one: least.one, many: least.many },
    parts: parts.map(({ days, ...part }) => ({ ...part, ...days })),
    brokenDown: broken && { by: broken.by, parts: [...broken.parts] },
    entries: entries.map((entry) => presentEntry(entry, nameOf)),
    leftOut: {
      counts: leftOut.counts.map(({ measureId, ...counted }) => ({
        measure: nameOf.get(measureId)?.key ?? '',
        ...counted,
      })),
      newest: leftOut.newest.map(({ measureId, at, ...left }) => ({
        measure: nameOf.get(measureId)?.key ?? '',
        at: new Date(at).toISOString(),
        ...left,
      })),
    },
    nextAfter,
  };
}

export function presentBrokenDown(
  { metric, by, parts }: BrokenDown,
  { currency }: Directory['organisation'],
): BreakDownReply {
  const { key, version, title, unit } = metric;
  const shown = { key, version, title, unit: presentUnit(unit, currency) };
  return { metric: shown, by, parts: [...parts] };
}
