import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What can be started; each becomes `dist/server/<name>.js` once its file exists. */
const entries = {
  main: 'apps/server/src/main.ts',
  cli: 'apps/server/src/cli.ts',
  demo: 'apps/server/src/demo.ts',
  bench: 'bench/main.ts',
  'check-data': 'test/real-data/main.ts',
};

export default defineConfig({
  // Our own libraries are TypeScript behind path aliases, so they are bundled; npm packages stay outside.
  resolve: { tsconfigPaths: true },
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
