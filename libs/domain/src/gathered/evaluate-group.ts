import type { RecordId } from '../ids.js';
import { allocate } from '../measures/allocate.js';
import type { Contribution, ScoringContext } from '../measures/contributions.js';
import type { Measure } from '../measures/measure.js';
import type { RecordType } from '../records/record-fields.js';
import { GATHERED_FIGURES } from './figures.js';
import type { Find, GatheredBy, Group } from './group.js';
import { GATHERED_BY } from './group.js';

/** What a group contributes, and the record that brought each part about. */
export interface GatheredContribution extends Contribution {
  readonly because: RecordId;
}

/** The records that have to be gathered for the measures, by what they are gathered by. */
export function gatheredTypes(
  measures: readonly Measure[],
): ReadonlyMap<GatheredBy, ReadonlySet<RecordType>> {
  const types = new Map<GatheredBy, ReadonlySet<RecordType>>();
  for (const by of GATHERED_BY) {
    const wanted = measures.flatMap(({ gathers }) => {
      const figure = gathers === undefined ? undefined : GATHERED_FIGURES[gathers];
      return figure?.by === by ? figure.types : [];
    });
    if (wanted.length > 0) types.set(by, new Set(wanted));
  }
  return types;
}

/** What a group should contribute. Whoever is not known gets nothing: the records themselves tell of it. */
export function evaluateGroup(
  group: Group,
  context: ScoringContext,
): readonly GatheredContribution[] {
  return context.measures.flatMap((measure) => {
    const figure = measure.gathers === undefined ? undefined : GATHERED_FIGURES[measure.gathers];
    if (figure?.by !== group.by) return [];
    const members = group.members.filter(({ type }) => figure.types.includes(type));
    return together(
      figure
        .find({ ...group, members }, context)
        .flatMap((find) => contributionsOf(measure, find, context)),
    );
  });
}

function contributionsOf(
  { id: measureId }: Measure,
  { credits, moment: { date, at }, quantity, because }: Find,
  { personOf }: ScoringContext,
): GatheredContribution[] {
  const parts = allocate(
    quantity,
    credits.map(({ basisPoints }) => basisPoints),
  );
  return credits.flatMap(({ identity }, index) => {
    const personId = personOf(identity);
    const part = parts[index] ?? 0;
    if (personId === undefined || part === 0) return [];
    return [{ measureId, personId, date, at, quantity: part, because }];
  });
}

/** One for each person and day: balances may rise and fall on the same. */
function together(all: readonly GatheredContribution[]): readonly GatheredContribution[] {
  const days = new Map<string, GatheredContribution>();
  for (const one of all) {
    const key = `${one.personId} ${one.date}`;
    const known = days.get(key);
    const quantity = one.quantity + (known?.quantity ?? 0);
    days.set(key, known ? { ...known, at: Math.max(known.at, one.at), quantity } : one);
  }
  return [...days.values()].filter(({ quantity }) => quantity !== 0);
}
