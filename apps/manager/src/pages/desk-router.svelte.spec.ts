import { describe, expect, it, vi } from 'vitest';
import { DeskRouter, type AddressBar } from './desk-router.svelte.js';

/** The history of a window, as a browser keeps it. */
class FakeBar implements AddressBar {
  readonly #entries: string[];
  #at = 0;
  #hear: (() => void) | null = null;
  readonly location: { pathname: string; hash: string } = { pathname: '', hash: '' };

  constructor(address: string) {
    this.#entries = [address];
    this.#show();
  }

  readonly history = {
    pushState: (_state: unknown, _title: string, address?: string | URL | null) => {
      this.#entries.splice((this.#at += 1), Infinity, String(address));
      this.#show();
    },
    replaceState: (_state: unknown, _title: string, address?: string | URL | null) => {
      this.#entries[this.#at] = String(address);
      this.#show();
    },
  };

  addEventListener(_type: 'popstate', hear: () => void): void {
    this.#hear = hear;
  }

  removeEventListener(): void {
    this.#hear = null;
  }

  step(by: number): void {
    this.#at += by;
    this.#show();
    this.#hear?.();
  }

  get length(): number {
    return this.#entries.length;
  }

  #show(): void {
    const url = new URL(this.#entries[this.#at] ?? '', 'https://sales.example.com');
    Object.assign(this.location, { pathname: url.pathname, hash: url.hash });
  }
}

function at(address: string) {
  const bar = new FakeBar(address);
  const router = new DeskRouter(bar);
  router.start();
  return { bar, router };
}

const where = ({ page, part }: DeskRouter) => [page, part];

describe('the router of the desk', () => {
  it('opens what the address asks for, and has nobody arrive there', () => {
    const { router } = at('/desk/sources/4');
    expect(where(router)).toEqual(['sources', '4']);
    expect(router.arrival).toBeNull();
  });

  it('goes on, back and forth', () => {
    const { bar, router } = at('/desk/');
    router.go('sources');
    router.go('sources', '4');
    expect(bar.location.pathname).toBe('/desk/sources/4');
    bar.step(-1);
    expect(where(router)).toEqual(['sources', null]);
    expect(router.arrival?.how).toBe('again');
    bar.step(-1);
    expect(where(router)).toEqual(['floor', null]);
    bar.step(2);
    expect(where(router)).toEqual(['sources', '4']);
  });

  it('arrives again at the page that is open, without a second step to go back', () => {
    const { bar, router } = at('/desk/');
    router.go('people');
    const before = router.arrival;
    router.go('people');
    expect(router.arrival).not.toBe(before);
    expect(bar.length).toBe(2);
  });

  it('keeps what stands behind the #', () => {
    const { bar, router } = at('/desk/#key=bw_owner_1');
    router.go('screens');
    expect(bar.location).toEqual({ pathname: '/desk/screens', hash: '#key=bw_owner_1' });
    router.turn('people');
    expect(bar.location).toEqual({ pathname: '/desk/people', hash: '#key=bw_owner_1' });
  });

  it('turns to another page without a step to go back, and leaves the focus alone', () => {
    const { bar, router } = at('/desk/#pair=HK7PRM4X');
    router.turn('screens');
    expect(where(router)).toEqual(['screens', null]);
    expect([bar.length, router.arrival]).toEqual([1, null]);
  });

  it('takes another end of the same address for no arrival', () => {
    const { bar, router } = at('/desk/screens');
    bar.history.pushState(null, '', '/desk/screens#pair');
    bar.step(0);
    expect(router.arrival).toBeNull();
  });

  it('hears of nothing once it is closed', () => {
    const { bar, router } = at('/desk/');
    router.go('people');
    router.close();
    bar.step(-1);
    expect(router.page).toBe('people');
  });

  it.each([
    ['a plain click', {}, true],
    ['a click with Ctrl', { ctrlKey: true }, false],
    ['a click with the middle button', { button: 1 }, false],
    ['a click that something else took', { defaultPrevented: true }, false],
  ])('decides of %s whether it is followed here', (_name, differs, isFollowed) => {
    const { router } = at('/desk/');
    const preventDefault = vi.fn<() => void>();
    const plain = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false, button: 0 };
    router.follow({ ...plain, ...differs, preventDefault } as unknown as MouseEvent, 'screens');
    expect(router.page).toBe(isFollowed ? 'screens' : 'floor');
    expect(preventDefault).toHaveBeenCalledTimes(isFollowed ? 1 : 0);
  });
});
