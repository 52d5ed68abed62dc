import type { KpiCard } from '@bellwether/contracts';
import { folded } from '@bellwether/ui';

/** What a list of figures is narrowed to; null and '' leave it whole. */
export interface KpiFilter {
  readonly text: string;
  readonly timing: KpiCard['timing'] | null;
  readonly role: string | null;
  readonly category: string | null;
  readonly onlyInUse: boolean;
}

/** Figures under one heading. */
export interface KpiGroup {
  readonly category: string;
  readonly kpis: readonly KpiCard[];
}

export const NO_FILTER: KpiFilter = {
  text: '',
  timing: null,
  role: null,
  category: null,
  onlyInUse: false,
};

/** Those in which every word occurs, whose name says it first; without a text, in the order of the library. */
export function searchKpis(kpis: readonly KpiCard[], text: string): readonly KpiCard[] {
  const words = wordsOf(text);
  if (words.length === 0) return kpis;
  return kpis
    .flatMap((kpi) => {
      const away = distanceOf(kpi, words);
      return away === null ? [] : [{ kpi, away }];
    })
    .sort((a, b) => a.away - b.away)
    .map(({ kpi }) => kpi);
}

/** Where none has every word: those that have the most of them, whose names say them first. */
export function closestKpis(kpis: readonly KpiCard[], text: string): readonly KpiCard[] {
  const words = wordsOf(text);
  const close = kpis.map((kpi) => {
    const far = words.map((word) => distanceOf(kpi, [word])).filter((away) => away !== null);
    return { kpi, had: far.length, away: Math.min(...far) };
  });
  const most = Math.max(1, ...close.map(({ had }) => had));
  return close
    .filter(({ had }) => had === most)
    .sort((a, b) => a.away - b.away)
    .map(({ kpi }) => kpi);
}

export function fits(kpi: KpiCard, filter: Omit<KpiFilter, 'text'>): boolean {
  const { timing, role, category, onlyInUse } = filter;
  return (
    (timing === null || kpi.timing === timing) &&
    (role === null || kpi.roles.includes(role)) &&
    (category === null || kpi.category === category) &&
    (!onlyInUse || kpi.inUse)
  );
}

/** Under their headings, in the order of the first of each. */
export function groupKpis(kpis: readonly KpiCard[]): readonly KpiGroup[] {
  const groups = new Map<string, KpiCard[]>();
  for (const kpi of kpis) {
    const group = groups.get(kpi.category);
    if (group) group.push(kpi);
    else groups.set(kpi.category, [kpi]);
  }
  return [...groups].map(([category, found]) => ({ category, kpis: found }));
}

function wordsOf(text: string): readonly string[] {
  return folded(text).split(/\s+/).filter(Boolean);
}

/** How far a figure is from what was typed: its name begins so, says so, or only its description does. */
function distanceOf(kpi: KpiCard, words: readonly string[]): number | null {
  const whole = words.join(' ');
  const name = folded(kpi.name);
  const key = folded(kpi.key);
  if (name.startsWith(whole) || key === whole) return 0;
  if (words.every((word) => ` ${name} ${key}`.includes(` ${word}`))) return 1;
  if (words.every((word) => `${name} ${key}`.includes(word))) return 2;
  const all = `${name} ${key} ${folded(`${kpi.meaning} ${kpi.formula} ${kpi.id}`)}`;
  return words.every((word) => all.includes(word)) ? 3 : null;
}
