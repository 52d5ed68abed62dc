/** A weave drawn along a line: dashes of the team's colour, and what is cut out along its middle. */
export interface WeaveDash {
  readonly dash: string | null;
  readonly round: boolean;
  /** A thinner line in the ground's colour over the first one. */
  readonly cut: { readonly width: number; readonly dash: string | null } | null;
}

const DASHES: Readonly<Record<number, WeaveDash>> = {
  1: { dash: null, round: false, cut: null },
  2: { dash: '15 5', round: false, cut: null },
  3: { dash: '9 5', round: false, cut: null },
  4: { dash: null, round: false, cut: { width: 2.4, dash: null } },
  5: { dash: '9 9', round: false, cut: null },
  6: { dash: '0.1 12', round: true, cut: null },
  7: { dash: '28 9', round: false, cut: null },
  8: { dash: '4 4', round: false, cut: null },
  9: { dash: '20 4 4 4', round: false, cut: null },
  10: { dash: '44 5 7 5', round: false, cut: null },
  11: { dash: null, round: false, cut: { width: 3, dash: '11 5' } },
  12: { dash: '14 3 5 3', round: false, cut: null },
};

/** How a hill's crest carries the weave of the team that stands on it. */
export function weaveDash(weave: number): WeaveDash {
  return DASHES[weave] ?? { dash: null, round: false, cut: null };
}
