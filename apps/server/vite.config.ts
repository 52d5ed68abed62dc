import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What can be started; each becomes `dist/server/<name>.js` once its file exists. */
const entries = {
  main: 'apps/server/src/main.ts',
  scoring: 'apps/server/src/scoring.ts',
  access: 'apps/server/src/access.ts',
  cli: 'apps/server/src/cli.ts',
  demo: 'apps/server/src/demo.ts',
  bench: 'bench/main.ts',
  'check-data': 'test/real-data/main.ts',
  kpis: 'test/kpis/main.ts',
};

/** Traces lead into our own sources; keeping the maps of the packages would cost a third of the memory. */
const withoutMapsOfPackages: Plugin = {
  name: 'without-maps-of-packages',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

export default defineConfig({
  resolve: { tsconfigPaths: true },
  // Packages are bundled like our own sources: reading them one file at a time took half of a start.
  ssr: { noExternal: true, external: ['playwright-core'] },
  plugins: [withoutMapsOfPackages],
  build: {
    ssr: true,
    target: 'node20',
    outDir: `${root}dist/server`,
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(entries).filter(([, path]) => existsSync(`${root}${path}`)),
      ),
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
