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
          include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.ts', 'test/kpis/**/*.spec.ts'],
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
          include: ['test/integration/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts'],
          // More cases, as told from outside, take longer.
          testTimeout: 1_800_000,
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
      {
        resolve,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts', 'test/support/faults/faults.global.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Beside each other, as most of their time is waiting; after all others, whose work would delay them.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'overload',
          include: ['test/overload/**/*.spec.ts'],
          globalSetup: ['test/support/engines.global.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // Alone: it takes all that the machine has.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
