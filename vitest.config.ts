import { defineConfig } from 'vitest/config';

const resolve = { conditions: ['refrain-source'] };
const ssr = { resolve: { conditions: ['refrain-source'], externalConditions: ['refrain-source'] } };

export default defineConfig({
  test: {
    // Half of the time tests wait for processes and servers: one file for each processor, not one fewer.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // These tests keep no state outside their own file, so one load of the modules serves them all.
          isolate: false,
          testTimeout: 20_000,
          include: [
            'packages/{domain,analysis,connectors,process}/src/**/*.test.ts',
            'apps/{cli,web}/src/**/*.test.ts',
          ],
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'servers',
          include: [
            'packages/{store,jobs}/src/**/*.test.ts',
            'apps/{api,ingest-worker,analysis-worker,improvement-worker}/src/**/*.test.ts',
            'infra/**/src/**/*.test.ts',
            'test/**/src/**/*.test.ts',
          ],
          globalSetup: ['infra/local/src/test-servers.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
