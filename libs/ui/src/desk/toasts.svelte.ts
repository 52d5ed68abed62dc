/** A short notice of what happened, and what that means. */
export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'trouble';
  readonly title: string;
  readonly detail: string | null;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const SHOWN_FOR_MS = 6_000;
const MOST = 3;

/** What the page has to tell in passing. Troubles stay until they are put away. */
export class Toasts {
  items = $state.raw<readonly Toast[]>([]);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  done(title: string, detail: string | null = null, action: Toast['action'] = null): void {
    const id = this.#show({ kind: 'done', title, detail, action });
    this.resume(id);
  }

  trouble(title: string, detail: string | null = null, action: Toast['action'] = null): void {
    this.#show({ kind: 'trouble', title, detail, action });
  }

  dismiss(id: number): void {
    this.hold(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** Somebody reads it: it stays. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  resume(id: number): void {
    const toast = this.items.find((candidate) => candidate.id === id);
    if (toast?.kind !== 'done') return;
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), SHOWN_FOR_MS),
    );
  }

  close(): void {
    for (const id of this.#timers.keys()) this.hold(id);
  }

  #show(toast: Omit<Toast, 'id'>): number {
    const id = this.#next;
    this.#next += 1;
    // The same trouble twice is one trouble.
    const others = this.items.filter(
      ({ title, detail }) => title !== toast.title || detail !== toast.detail,
    );
    this.items = [...others, { ...toast, id }].slice(-MOST);
    return id;
  }
}
