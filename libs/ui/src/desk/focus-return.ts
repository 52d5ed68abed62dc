const REACHABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Remembers who had the focus outside of a box, and gives it back. */
export class FocusReturn {
  #before: HTMLElement | null = null;

  constructor(private readonly box: () => HTMLElement | undefined) {}

  remember(): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && !this.box()?.contains(active)) this.#before = active;
  }

  giveBack(): void {
    const inside = this.box()?.contains(document.activeElement);
    // Whoever has gone elsewhere with the mouse is left there.
    if (!inside && document.activeElement !== document.body) return;
    if (this.#before?.isConnected) this.#before.focus({ preventScroll: true });
  }
}

/** Keeps Tab inside a box: after the last comes the first. */
export function loopTab(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const reachable = [...box.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
  );
  const [first, last] = [reachable[0], reachable.at(-1)];
  const active = document.activeElement;
  if (event.shiftKey && (active === first || active === box)) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && active === last) {
    event.preventDefault();
    first?.focus();
  }
}
