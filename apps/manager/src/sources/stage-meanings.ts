export type Meaning = 'open' | 'won' | 'lost';

export const MEANINGS: readonly { readonly value: Meaning; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
];

/** A deal stage of the vendor and what it means here. */
export interface StageMeaning {
  readonly stage: string;
  /** Empty as long as nobody has said it. */
  readonly meaning: Meaning | '';
}

/** The meanings in a source's settings; whatever else stands there is left out. */
export function meaningsOf(settings: unknown): readonly StageMeaning[] {
  const stages = isRecord(settings) ? settings['stages'] : null;
  if (!isRecord(stages)) return [];
  return Object.entries(stages).flatMap(([stage, meaning]) =>
    meaning === 'open' || meaning === 'won' || meaning === 'lost' ? [{ stage, meaning }] : [],
  );
}

/** The settings with other meanings, and all else as it was: a change replaces the whole. */
export function withMeanings(
  settings: unknown,
  meanings: readonly StageMeaning[],
): Record<string, unknown> {
  const rest = isRecord(settings) ? settings : {};
  return {
    ...rest,
    stages: Object.fromEntries(meanings.map(({ stage, meaning }) => [stage, meaning])),
  };
}

/** What keeps meanings from being saved, by the stage's place; null when nothing does. */
export function troubleOf(meanings: readonly StageMeaning[], index: number): string | null {
  const stage = meanings[index]?.stage ?? '';
  if (stage.trim() === '') return 'Write the stage as HubSpot names it, or remove the line';
  if (meanings[index]?.meaning === '') return `Say what “${stage}” means`;
  const first = meanings.findIndex((other) => other.stage === stage);
  return first < index ? `“${stage}” stands here twice` : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
