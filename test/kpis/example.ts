/** A record as the events API takes it, without who it belongs to. */
export type ExampleRecord = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly externalId: string;
  /** A colleague whose it is, where the example is of a team. */
  readonly by?: string;
};

/** A KPI's worked example: what is sent, and what its board must show for May 2026. */
export interface Example {
  /** Key in the catalogue. */
  readonly kpi: string;
  /** In whole units: pieces, money, seconds, days, or a fraction of 1. */
  readonly expected: number;
  readonly records: readonly ExampleRecord[];
  /** The same worked out of what counts under each value of its measures' facets alone. */
  readonly facets?: Readonly<Record<string, number>>;
  /** A board of the quarter that May is in. */
  readonly period?: 'month' | 'quarter';
  /** A day of May 2026 on which it is looked at; without one, it is over. */
  readonly asOf?: string;
  /** Of the team's board: of somebody and their colleagues together. */
  readonly team?: true;
}

/** A moment of May 2026, or of a month before (`-1` is April) or after. */
export function at(day: number, time = '10:00', month = 0): string {
  const date = new Date(Date.UTC(2026, 4 + month, day)).toISOString().slice(0, 10);
  return `${date}T${time}:00Z`;
}

export function on(day: number, month = 0): string {
  return at(day, '10:00', month).slice(0, 10);
}

/** So many records, each made from its number. */
export function many<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

type Told = Readonly<Record<string, unknown>>;

/** Everything that became true of one record, one change after the other. */
export function life(
  type: string,
  externalId: string,
  ...changes: readonly (readonly [changedAt: string, told: Told])[]
): ExampleRecord[] {
  return changes.map(([changedAt, told]) => ({ type, externalId, changedAt, ...told }));
}

/** A record of which one thing is told. */
export function told(type: string, externalId: string, changedAt: string, about: Told) {
  return life(type, externalId, [changedAt, about]);
}

export function won(name: string, day: number, about: Told): ExampleRecord[] {
  return told('deal', name, at(day), { status: 'won', closedOn: on(day), ...about });
}

export function lost(name: string, day: number, about: Told): ExampleRecord[] {
  return told('deal', name, at(day), { status: 'lost', closedOn: on(day), ...about });
}
