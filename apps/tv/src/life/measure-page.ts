import type { Vitals } from '@bellwether/contracts';

/** What the page can find out about itself. Chromium alone tells what its scripts hold. */
export function measurePage(): Pick<Vitals, 'upSeconds' | 'memory' | 'width' | 'height'> {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  const { innerWidth, innerHeight, devicePixelRatio } = window;
  return {
    upSeconds: Math.round(performance.now() / 1_000),
    memory: memory ? memory.usedJSHeapSize : null,
    width: Math.round(innerWidth * devicePixelRatio),
    height: Math.round(innerHeight * devicePixelRatio),
  };
}
