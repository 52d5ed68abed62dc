import type { Plugin } from 'vite';

/** What Chromium 69 does not know. It drops a whole rule for one unknown selector, and says nothing. */
const UNKNOWN: readonly RegExp[] = [
  /:(?:where|is|has)\(/,
  /:focus-visible/,
  /[;{]inset(?:-[a-z]+)*:/,
  /[;{](?:row-|column-)?gap:/,
  /[;{](?:translate|rotate|scale|aspect-ratio|accent-color|place-[a-z]+):/,
  /[^a-z-](?:min|max|clamp|color-mix|oklch)\(/,
  /[;{](?:backdrop-)?filter:/,
  /@(?:layer|container|property|supports selector)/,
  /[0-9](?:dvh|svh|lvh|dvw|cqw)\b/,
];

/** Makes the styles safe for old engines where that can be done, and fails the build where it cannot. */
export function oldEngineStyles(): Plugin {
  return {
    name: 'old-engine-styles',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
          // Svelte scopes the inner parts of a selector by `:where(.svelte-…)`; the plain class does as well.
          const css = String(asset.source).replace(/:where\((\.svelte-[a-z0-9]+)\)/g, '$1');
          for (const unknown of UNKNOWN) {
            const found = unknown.exec(css);
            if (found) {
              const around = css.slice(Math.max(0, found.index - 80), found.index + 60);
              this.error(`Chromium 69 does not know "${found[0]}": …${around}…`);
            }
          }
          asset.source = css;
        }
      },
    },
  };
}
