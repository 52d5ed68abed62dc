import { flushSync } from 'svelte';

/** Something that can be set in ever smaller ways until it fits. */
export interface Fitting {
  /** The text and the room it has: the same name fits in the same way everywhere. */
  name: string;
  readonly steps: number;
  /** The way it is set in now. */
  readonly step: number;
  element(): HTMLElement | undefined;
  /** Has the text set in way `step` at the next flush. */
  set(step: number): void;
}

const fittings = new Set<Fitting>();
const waiting = new Set<Fitting>();
/** How what was fitted before is set: looking at layout costs an old screen half a frame. */
const known = new Map<string, number>();
const MOST_KNOWN = 500;
let scheduled = false;

/** Keeps a text fitted when its fonts arrive late, until the returned function is called. */
export function keepFitted(fitting: Fitting): () => void {
  if (fittings.size === 0) listenToFonts();
  fittings.add(fitting);
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
  for (const fitting of waiting) {
    const step = known.get(fitting.name);
    if (step === undefined) continue;
    fitting.set(step);
    waiting.delete(fitting);
  }
  if (waiting.size > 0) measure();
}

function measure(): void {
  // Most texts stand as wide as they can and still fit: looking at them is enough.
  const names = new Map([...waiting].map((fitting) => [fitting, fitting.name]));
  // A flush may take a text off the screen, with its row.
  const isKept = (fitting: Fitting) => fittings.has(fitting);
  let open = [...waiting].filter((fitting) => fitting.step > 0 || overflows(fitting.element()));
  waiting.clear();
  for (let step = 0; open.length > 0; step += 1) {
    for (const fitting of open) fitting.set(step);
    flushSync();
    open = open.filter(
      (fitting) => isKept(fitting) && step < fitting.steps - 1 && overflows(fitting.element()),
    );
  }
  if (known.size > MOST_KNOWN) known.clear();
  for (const [fitting, name] of names) if (isKept(fitting)) known.set(name, fitting.step);
}

/** Rounding is no overflow, and neither are accents that stand out of their line a little. */
function overflows(element: HTMLElement | undefined): boolean {
  if (!element) return false;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight * 1.06 + 3;
}

/** Another font or another size of the display: everything is measured anew. */
function fitAnew(): void {
  known.clear();
  for (const fitting of fittings) refit(fitting);
}

let listening = false;
function listenToFonts(): void {
  if (listening || typeof document === 'undefined') return;
  listening = true;
  window.addEventListener('resize', fitAnew);
  if ('fonts' in document) document.fonts.addEventListener('loadingdone', fitAnew);
}
