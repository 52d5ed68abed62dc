const TOUCHES = ['pointerdown', 'wheel', 'touchmove', 'keydown'] as const;

/** Keeps something in view while the page above it still grows, until somebody takes the page in hand. */
export function keepInView(element: HTMLElement): () => void {
  const growth = new ResizeObserver(() => element.scrollIntoView({ block: 'start' }));
  const stop = (): void => {
    growth.disconnect();
    for (const touch of TOUCHES) window.removeEventListener(touch, stop);
  };
  for (const touch of TOUCHES) window.addEventListener(touch, stop, { passive: true });
  growth.observe(document.body);
  return stop;
}
