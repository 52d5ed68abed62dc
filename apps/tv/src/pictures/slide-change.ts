import type { TransitionConfig } from 'svelte/transition';

interface Calm {
  readonly reduced: boolean;
}

/** Decay, as the design's curve has it: fast at first, long at rest. */
function decay(part: number): number {
  return 1 - (1 - part) ** 4;
}

/** The old content goes first. */
export function leaveContent(_: Element, { reduced }: Calm): TransitionConfig {
  return { duration: reduced ? 200 : 240, css: (part) => `opacity:${part}` };
}

/** The new content comes when the old one is gone, and rises a little. */
export function enterContent(_: Element, { reduced }: Calm): TransitionConfig {
  if (reduced) return { duration: 200, css: (part) => `opacity:${part}` };
  return {
    delay: 320,
    duration: 320,
    easing: decay,
    css: (part, rest) => `opacity:${part};transform:translateY(calc(var(--px) * ${rest * 16}))`,
  };
}

/** The land slides in sideways under it. */
export function enterHills(_: Element, { reduced }: Calm): TransitionConfig {
  if (reduced) return { duration: 200, css: (part) => `opacity:${part}` };
  return {
    duration: 640,
    easing: decay,
    css: (part, rest) => `opacity:${part};transform:translateX(${rest * 4}%)`,
  };
}
