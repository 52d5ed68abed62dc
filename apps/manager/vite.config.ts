import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/desk/',
  resolve: {
    alias: [
      { find: /^@bellwether\/ui$/, replacement: here('../../libs/ui/src/index.ts') },
      { find: /^@bellwether\/ui\//, replacement: here('../../libs/ui/src/') },
    ],
  },
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: here('../../dist/desk'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
});
