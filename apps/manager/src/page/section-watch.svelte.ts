export const SECTIONS = [
  'floor',
  'inbox',
  'scorecards',
  'walls',
  'sources',
  'people',
  'metrics',
  'access',
  'changes',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** Which section of the page is being read: the last one whose head has passed the upper third. */
export class SectionWatch {
  current = $state<SectionId>('floor');
  #asked = false;

  constructor() {
    window.addEventListener('scroll', this.#hear, { passive: true });
    window.addEventListener('resize', this.#hear, { passive: true });
  }

  visit(section: SectionId): void {
    const element = document.getElementById(section);
    if (!element) return;
    element.scrollIntoView({ block: 'start' });
    element.querySelector<HTMLElement>('[data-section-title]')?.focus({ preventScroll: true });
    this.current = section;
  }

  close(): void {
    window.removeEventListener('scroll', this.#hear);
    window.removeEventListener('resize', this.#hear);
  }

  readonly #hear = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      this.#look();
    });
  };

  #look(): void {
    const tops = SECTIONS.flatMap((id) => {
      const element = document.getElementById(id);
      return element ? [{ id, top: element.getBoundingClientRect().top }] : [];
    }).sort((a, b) => a.top - b.top);
    // Side by side, the first one is where reading begins.
    const firsts = tops.filter(({ top }, index) => top !== tops[index - 1]?.top);
    const bottom = window.innerHeight + window.scrollY >= document.body.scrollHeight - 2;
    const passed = firsts.filter(({ top }) => top <= window.innerHeight / 3);
    const last = bottom ? tops.at(-1) : passed.at(-1);
    if (last) this.current = last.id;
  }
}
