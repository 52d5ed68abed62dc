/** Svelte asks elements for their animations; engines before Chromium 84 have no such method. */
if (!('getAnimations' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'getAnimations', {
    value: (): Animation[] => [],
    configurable: true,
    writable: true,
  });
}

export {};
