import { availableParallelism } from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { defineConfig } from 'vitest/config';

// File names decide to which suite a test belongs. CONTRIBUTING.md says which suite to choose.
//   npm test              *.test.ts          projects unit, stored, page
//   npm run test:data     *.data.test.ts     project data: needs ../shared
//   npm run test:system   *.system.test.ts   projects system, system-page
const otherSuites = ['**/*.data.test.ts', '**/*.system.test.ts'];

/**
 * Tests import the sources of their own package, and the compiled files of other packages, which load in a fifth of the time.
 * Each run first compiles the changed files.
 */
const compiled = {
  globalSetup: ['infra/local/src/test-compile.ts'],
  server: { deps: { external: [/\/dist\//u] } },
};

/** For tests that need PostgreSQL and Redis, which are started once for the run. */
const servers = {
  ...compiled,
  globalSetup: [...compiled.globalSetup, 'infra/local/src/test-servers.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // The default timeout of `expect.poll`, one second, is too short on a busy machine.
  expect: { poll: { timeout: 20_000 } },
};

/** Tests of a whole instance take up to two minutes on a quiet machine. */
const wholeInstances = { testTimeout: 600_000, hookTimeout: 600_000 };

/** For tests that need Chromium and the running demo, whose start takes minutes on a busy machine. */
const page = {
  ...servers,
  globalSetup: [...compiled.globalSetup, 'test/e2e/src/page/demo-setup.ts'],
  // These tests run after all other projects. The demo starts in the meantime.
  sequence: { groupOrder: 1 },
  testTimeout: 180_000,
  hookTimeout: 480_000,
};

/** System tests that send requests to emulated vendors. `test:data` checks these requests against the vendors' OpenAPI documents. */
const documentedRequests = [
  'connect-github-app',
  'incident-note',
  'killed-worker',
  'living-issue',
  'pagerduty/backfill',
  'pagerduty/subscription',
  'pull-check',
  'triage',
];

export default defineConfig({
  test: {
    // Tests mostly wait for servers and processes. Therefore the number of files that run at a time exceeds the number of
    // processors by one.
    maxWorkers: availableParallelism() + 1,
    reporters: ['default', './infra/local/src/test-counts.ts'],
    // Tests must not depend on their order. The seed makes a run repeatable; try others with --sequence.seed.
    sequence: { shuffle: { files: false, tests: true }, seed: 1_795_958_253_852 },
    provide: { vendorSpecs: null },
    projects: [
      {
        test: {
          name: 'unit',
          ...compiled,
          // The test files of a worker share their modules, which are loaded once.
          isolate: false,
          testTimeout: 20_000,
          include: [
            'packages/{domain,analysis,connectors,embedding,process}/src/**/*.test.ts',
            'apps/{cli,web}/src/**/*.test.ts',
            'test/{bench,chaos}/src/**/*.test.ts',
            'test/year/src/*.test.ts',
          ],
          exclude: otherSuites,
        },
      },
      {
        test: {
          name: 'stored',
          // Files share a worker's modules, as in the project `unit`, but each has its own database and its own key prefix in
          // Redis.
          isolate: false,
          include: [
            'packages/{store,jobs}/src/**/*.test.ts',
            'apps/{api,ingest-worker,analysis-worker,improvement-worker}/src/**/*.test.ts',
            'infra/**/src/**/*.test.ts',
            'test/{contract,emulators,eval,sample-org}/src/**/*.test.ts',
            'test/year/src/simulation/*.test.ts',
            'test/e2e/src/{*,security/*}.test.ts',
          ],
          exclude: otherSuites,
          ...servers,
        },
      },
      {
        test: {
          name: 'page',
          include: ['test/e2e/src/page/**/*.test.ts'],
          exclude: otherSuites,
          ...page,
        },
      },
      {
        test: {
          name: 'data',
          include: [
            '{packages,apps,infra,test}/*/src/**/*.data.test.ts',
            'test/emulators/src/{github,pagerduty}/**/*.test.ts',
            `test/e2e/src/{${documentedRequests.join(',')}}.system.test.ts`,
          ],
          provide: { vendorSpecs: resolvePath(import.meta.dirname, '../shared/specs') },
          ...servers,
          ...wholeInstances,
        },
      },
      {
        test: {
          name: 'system',
          include: ['{packages,apps,infra,test}/*/src/**/*.system.test.ts'],
          exclude: ['test/e2e/src/page/**'],
          ...servers,
          ...wholeInstances,
        },
      },
      {
        test: {
          name: 'system-page',
          include: ['test/e2e/src/page/**/*.system.test.ts'],
          ...page,
        },
      },
    ],
  },
});
