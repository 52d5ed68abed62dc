/** How a team's strap looks: one of twelve colours and one of twelve weaves. */
export interface RibbonLook {
  /** 1 gentian to 12 spruce; names the tokens `--team-N` and `--on-team-N`. */
  readonly colour: number;
  /** 1 plain to 12 saw; names the classes `.w1` to `.w12`. */
  readonly weave: number;
}

const COLOURS = 12;

/** Past twelve teams the colours repeat, each with the next weave, so that no two teams look the same. */
export function ribbonLook(ribbon: number): RibbonLook {
  const index = Math.max(0, Math.trunc(ribbon) - 1);
  return {
    colour: (index % COLOURS) + 1,
    weave: ((index + Math.floor(index / COLOURS)) % COLOURS) + 1,
  };
}
