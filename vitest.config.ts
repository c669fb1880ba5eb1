import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const resolve = { conditions: ['refrain-source'] };
const ssr = { resolve: { conditions: ['refrain-source'], externalConditions: ['refrain-source'] } };

/** Tests mostly wait for servers and processes: one file more than there are processors runs at a time. */
const mostWorkers = availableParallelism() + 1;

/** With a PostgreSQL and a Redis that are started for the run. */
const servers = {
  globalSetup: ['infra/local/src/test-servers.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/**
 * Of processes of their own, as they are built: what the tests themselves import of the project is taken as built too, which is
 * loaded in a fifth of the time.
 */
const processes = {
  ...servers,
  server: { deps: { external: [/\/dist\//u] } },
  maxWorkers: mostWorkers,
  sequence: { groupOrder: 1 },
  // What a test waits for comes in a second on a machine that has nothing else to do.
  expect: { poll: { timeout: 20_000 } },
};

/** Files that take longest: begun last they would run alone at the end. */
const long = [
  ...['connections/connections', 'recluster-when-due', 'deliver-events', 'github/hooks', 'documents/commands'],
  ...[
    'soak/soak',
    'run-start',
    'operate/readme',
    'page/connect',
    'page/pattern.',
    'attention',
    'command-line',
    'killed-worker',
    'backends/backends',
  ],
  ...[
    'chaos/chaos',
    'e2e/src/page.test',
    'page/catalogue',
    'page/failures',
    'real-failures',
    'bench-page',
    'pull-check',
    'living-issue',
  ],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at === -1 ? long.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    maxWorkers: mostWorkers,
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
          name: 'stored',
          // As above: each file has a database and a prefix in Redis of its own.
          isolate: false,
          include: [
            'packages/{store,jobs}/src/**/*.test.ts',
            'apps/{api,ingest-worker,analysis-worker,improvement-worker}/src/**/*.test.ts',
            'test/{contract,emulators,eval,sample-org,simulation}/src/**/*.test.ts',
          ],
          ...servers,
        },
      },
      {
        test: {
          name: 'servers',
          include: ['infra/**/src/**/*.test.ts', 'test/{bench,chaos,e2e,year}/src/**/*.test.ts'],
          exclude: ['test/e2e/src/page/**'],
          ...processes,
        },
      },
      {
        test: {
          name: 'page',
          // In a real Chromium, against the running demo.
          include: ['test/e2e/src/page/**/*.test.ts'],
          ...processes,
          globalSetup: ['test/e2e/src/page/demo-setup.ts'],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
