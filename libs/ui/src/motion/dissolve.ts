import type { TransitionConfig } from 'svelte/transition';

/** Fades in or out. Unlike Svelte's own it asks nothing of the layout, which a wall has no time to answer. */
export function dissolve(
  _: Element,
  { duration = 240, delay = 0 }: { readonly duration?: number; readonly delay?: number } = {},
): TransitionConfig {
  return { duration, delay, css: (part) => `opacity:${part}` };
}
