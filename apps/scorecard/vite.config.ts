import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { shellWorker } from '../../libs/ui/build/shell-worker.js';
import { firstLoadBudget } from './build/first-load-budget.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/phone/',
  resolve: {
    alias: [
      { find: /^@bellwether\/ui$/, replacement: here('../../libs/ui/src/index.ts') },
      { find: /^@bellwether\/ui\//, replacement: here('../../libs/ui/src/') },
    ],
  },
  plugins: [
    svelte({ configFile: false }),
    firstLoadBudget(53, ['TodayPage', 'NumbersPage']),
    shellWorker({ shelf: 'bellwether-phone', page: '/phone/', mostFiles: 40 }),
  ],
  build: {
    outDir: here('../../dist/phone'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      treeshake: {
        // The components stand behind one door; what the phone does not use of them stays behind it.
        moduleSideEffects: [{ test: /\/libs\/ui\/src\/.+\.(?:js|ts|svelte)$/, sideEffects: false }],
      },
    },
  },
});
