import { flushSync } from 'svelte';

/** Something that can be set in ever smaller ways until it fits. */
export interface Fitting {
  readonly steps: number;
  element(): HTMLElement | undefined;
  /** Has the text set in way `step` at the next flush. */
  set(step: number): void;
}

const fittings = new Set<Fitting>();
const waiting = new Set<Fitting>();
let scheduled = false;

/** Keeps a text fitted until the returned function is called. Fonts that arrive later count too. */
export function keepFitted(fitting: Fitting): () => void {
  if (fittings.size === 0) listenToFonts();
  fittings.add(fitting);
  refit(fitting);
  return () => {
    fittings.delete(fitting);
    waiting.delete(fitting);
  };
}

/** Fits a text anew, together with all others that ask in the same moment: layout is read once for each step, not for each text. */
export function refit(fitting: Fitting): void {
  waiting.add(fitting);
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(fitAll);
}

function fitAll(): void {
  scheduled = false;
  let open = [...waiting];
  waiting.clear();
  for (let step = 0; open.length > 0; step += 1) {
    for (const fitting of open) fitting.set(step);
    flushSync();
    open = open.filter((fitting) => step < fitting.steps - 1 && overflows(fitting.element()));
  }
}

/** Rounding is no overflow, and neither are accents that stand out of their line a little. */
function overflows(element: HTMLElement | undefined): boolean {
  if (!element) return false;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight * 1.06 + 3;
}

let listening = false;
function listenToFonts(): void {
  if (listening || typeof document === 'undefined' || !('fonts' in document)) return;
  listening = true;
  document.fonts.addEventListener('loadingdone', () => {
    for (const fitting of fittings) refit(fitting);
  });
}
