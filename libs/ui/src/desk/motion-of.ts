/** Whether whoever looks at this asked their system for less motion. */
export function wantsCalm(): boolean {
  return (
    typeof window !== 'undefined' && window.matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}

interface Motion {
  readonly duration: number;
  readonly easing?: (t: number) => number;
  readonly css?: (t: number, u: number) => string;
}

/** Comes in from 24 pixels away and leaves quicker than it came. `x` and `y` say from where. */
export function strike(
  _node: Element,
  { x = 0, y = 0, leaving = false }: { x?: number; y?: number; leaving?: boolean },
): Motion {
  if (wantsCalm()) return { duration: 0 };
  return {
    duration: leaving ? 160 : 240,
    easing: (t) => 1 - (1 - t) ** 4,
    css: (t, u) => `transform:translate(${x * u}px, ${y * u}px);opacity:${t}`,
  };
}
