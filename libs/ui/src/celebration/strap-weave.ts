/** One stroke along the big strap: its width, its dashes, and whether it is a gap or the team's colour. */
export interface StrapStroke {
  readonly paint: 'colour' | 'gap' | 'twill' | 'broad-twill' | 'saw';
  readonly width: number;
  readonly dash?: string;
  readonly offset?: number;
  readonly round?: boolean;
  /** Moves the stroke off the strap's middle. */
  readonly shift?: number;
}

/** Strokes over a strap of the team's colour, 110 wide, in the order they are drawn. */
const WEAVES: Readonly<Record<number, readonly StrapStroke[]>> = {
  1: [],
  2: [{ paint: 'gap', width: 110, dash: '22 44' }],
  3: [{ paint: 'twill', width: 110 }],
  4: [{ paint: 'gap', width: 32 }],
  5: [
    { paint: 'gap', width: 110, dash: '40 40' },
    { paint: 'colour', width: 52 },
    { paint: 'gap', width: 52, dash: '40 40', offset: 40 },
  ],
  6: [{ paint: 'gap', width: 40, dash: '0.1 72', round: true }],
  7: [{ paint: 'broad-twill', width: 110 }],
  8: [{ paint: 'gap', width: 110, dash: '13 17' }],
  9: [{ paint: 'gap', width: 110, dash: '12 14 12 82' }],
  10: [{ paint: 'gap', width: 20, shift: 22 }],
  11: [{ paint: 'gap', width: 60, dash: '44 18' }],
  12: [{ paint: 'saw', width: 110 }],
};

/** How a weave is drawn on the strap that carries the big bell. */
export function strapWeave(weave: number): readonly StrapStroke[] {
  return WEAVES[weave] ?? [];
}
