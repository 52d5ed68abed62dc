import { svelte } from '@sveltejs/vite-plugin-svelte';
import legacy from '@vitejs/plugin-legacy';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { shellWorker } from '../../libs/ui/build/shell-worker.js';
import { plainClasses } from './build/plain-classes.js';
import { oldEngineStyles } from './build/old-engine-styles.js';
import { scriptBudget } from './build/script-budget.js';
import { websocketOnly } from './build/websocket-only.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/tv/',
  resolve: {
    alias: [
      { find: /^@bellwether\/ui$/, replacement: here('../../libs/ui/src/index.ts') },
      { find: /^@bellwether\/ui\//, replacement: here('../../libs/ui/src/') },
    ],
  },
  plugins: [
    svelte({ configFile: false }),
    // One build for all walls: the engines of televisions begin at Chromium 69 and are never updated. Those
    // know modules, so the one build is lowered and polyfilled modules: smaller than a second build through
    // SystemJS, with its styles in a file, and without the inline script that SystemJS needs.
    legacy({
      renderLegacyChunks: false,
      modernTargets: 'chrome >= 69',
      // Of what newer engines have, what the wall and its libraries use. Found by name instead, as the plugin
      // would do, a `.map` brings iterators' helpers and a `Uint8Array` all that such arrays can do today.
      modernPolyfills: [
        'es.array.at',
        // Sorts that keep the order of equals began with Chromium 70.
        'es.array.sort',
        'es.error.cause',
        'es.global-this',
        'es.string.at-alternative',
        'es.string.replace-all',
        'es.symbol.description',
        'web.queue-microtask',
      ],
    }),
    websocketOnly(),
    plainClasses(),
    oldEngineStyles(),
    scriptBudget(90),
    shellWorker({ shelf: 'bellwether-wall', page: '/tv/', mostFiles: 60 }),
  ],
  build: {
    outDir: here('../../dist/tv'),
    emptyOutDir: true,
    cssTarget: 'chrome69',
    assetsInlineLimit: 0,
    // All of the wall is one chunk: there is nothing to load ahead of it.
    modulePreload: false,
  },
});
