import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const resolve = { tsconfigPaths: true };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.ts'],
          exclude: ['libs/ui/**', 'apps/{tv,manager,scorecard}/**'],
        },
      },
      {
        plugins: [svelte()],
        resolve: { ...resolve, conditions: ['browser'] },
        test: {
          name: 'ui',
          include: ['libs/ui/src/**/*.spec.ts', 'apps/{tv,manager,scorecard}/src/**/*.spec.ts'],
        },
      },
      { resolve, test: { name: 'architecture', include: ['test/architecture/**/*.spec.ts'] } },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['test/{contract,integration,faults}/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
