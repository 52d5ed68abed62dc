import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = `${root}test/.output/faults`;

export const serverFile = `${outDir}/server.cjs`;
export const bootFile = fileURLToPath(new URL('./boot.mjs', import.meta.url));

/** The whole server in one file, packages too: hundreds of starts must be cheap. */
export async function buildServer(): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { tsconfigPaths: true },
    ssr: { noExternal: true },
    build: {
      ssr: 'test/support/faults/server-entry.ts',
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        output: { format: 'cjs', codeSplitting: false, entryFileNames: 'server.cjs' },
      },
    },
  });
  execFileSync(process.execPath, [bootFile, serverFile, '--compile'], { stdio: 'inherit' });
}
