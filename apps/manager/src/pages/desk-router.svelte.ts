import { pathOf, routeOf, type DeskRoute } from './desk-route.js';
import type { PageKey } from './desk-pages.js';

/** How somebody came to a page: by going there, or back and forth through where they had been. */
export interface Arrival {
  readonly how: 'new' | 'again';
}

/** What of a window tells and keeps where one is. */
export interface AddressBar {
  readonly location: Pick<Location, 'pathname' | 'hash'>;
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', hear: () => void): void;
  removeEventListener(type: 'popstate', hear: () => void): void;
}

/** Which page of the desk is open, in step with the address of the window. */
export class DeskRouter {
  #route = $state.raw<DeskRoute>({ page: '', part: null });
  /** Another one each time that somebody comes to a page; null until then. */
  arrival = $state.raw<Arrival | null>(null);
  readonly page = $derived(this.#route.page);
  readonly part = $derived(this.#route.part);

  constructor(private readonly bar: AddressBar) {
    this.#route = routeOf(bar.location.pathname);
  }

  start(): void {
    this.bar.addEventListener('popstate', this.#hear);
  }

  close(): void {
    this.bar.removeEventListener('popstate', this.#hear);
  }

  href(page: PageKey, part: string | null = null): string {
    return pathOf({ page, part });
  }

  /** To a page, or to something in it: `go('sources', '4')`. */
  go(page: PageKey, part: string | null = null): void {
    const { location, history } = this.bar;
    const path = pathOf({ page, part });
    // What stands behind the # stays: perhaps it is a key that this browser cannot remember.
    if (path !== location.pathname) history.pushState(null, '', path + location.hash);
    this.#come({ page, part }, 'new');
  }

  /** Shows another page in the place of this one, and leaves the focus to it. */
  turn(page: PageKey): void {
    const route = { page, part: null };
    this.bar.history.replaceState(null, '', pathOf(route) + this.bar.location.hash);
    this.#route = route;
  }

  /** For links to pages: a plain click is followed here, any other is the browser's. */
  follow(event: MouseEvent, page: PageKey, part: string | null = null): void {
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!isPlain || event.button !== 0 || event.defaultPrevented) return;
    event.preventDefault();
    this.go(page, part);
  }

  #come(route: DeskRoute, how: Arrival['how']): void {
    this.#route = route;
    this.arrival = { how };
  }

  readonly #hear = (): void => {
    const route = routeOf(this.bar.location.pathname);
    // What changes behind the # is no other page.
    if (pathOf(route) !== pathOf(this.#route)) this.#come(route, 'again');
  };
}
