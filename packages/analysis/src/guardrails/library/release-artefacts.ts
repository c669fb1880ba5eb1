import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const releaseArtefactGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'client-asset-versioning',
    name: 'Versioned client assets and browser tests',
    promise: 'Every page loads scripts and styles that match its version, in all supported browsers.',
    prevents: [preventsMechanisms(['client-assets'], 0.4, 0.65)],
    knownAs: ['browser test|tests'],
    answers: [preventsShareOfFailures(['code_defect', 'configuration'], ['deployment'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'chunk|bundle|asset|script failed|missing|404|stale|load',
        'hydration|chunkloaderror',
        'browser|safari|firefox crash|error|unsupported|broken',
        'page blank|white|broken render|load|script',
      ),
    ],
    steps: [
      'Name each script and style file by its content hash, and keep the files of recent releases available.',
      'Deploy new files before the pages that refer to them.',
      'Load the main pages in all supported browsers in the pipeline, and fail on script errors.',
      'Report script errors from users’ browsers with the release version, and alert when they rise after a release.',
    ],
    check: 'Delete a script of the current release in a test environment. The browser test must fail.',
    figure: 'Script errors per thousand page views, by release.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch failures in browser extensions or third-party scripts.'],
    sources: [guardrailSources.dora.tests, guardrailSources.amazon.rollback],
  },
  {
    id: 'versioned-cache-keys',
    name: 'Versioned cache keys, tested invalidation',
    promise: 'After a change to data or code, no stale or incompatible cache entry is served.',
    prevents: [preventsMechanisms(['cache-fault'], 0.35, 0.6)],
    knownAs: ['versioned cache key|keys'],
    answers: [preventsShareOfFailures(['code_defect', 'data'], ['deployment', 'config_push'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'stale|poisoned|outdated cache|cached',
        'cache invalidation|invalidated|key|purge wrong|missing|old|failed',
      ),
    ],
    steps: [
      'Add the format version of an entry to its cache key, and increase it when the format changes.',
      'Set an expiry time for every entry.',
      'Invalidate entries where the data is written, and test that a read after a write returns the new value.',
      'Record the age of served entries and the hit rate as metrics.',
    ],
    check: 'Change the format of a cached value in a test change. The running version must not read the new entries.',
    figure: 'Age of the oldest entry that was served, per day.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not prevent overload of the origin while the cache is empty.',
        mechanisms: ['retry-storm', 'traffic-overload'],
      },
    ],
    sources: [guardrailSources.amazon.caching],
  },
  {
    id: 'performance-budget',
    name: 'Performance budget in the pipeline',
    promise: 'A change that makes a measured operation clearly slower fails the build.',
    prevents: [preventsMechanisms(['inefficient-code'], 0.4, 0.65), preventsMechanisms(['slow-queries'], 0.1, 0.3)],
    knownAs: ['performance|benchmark budget|gate'],
    answers: [preventsShareOfFailures(['code_defect', 'capacity'], ['deployment'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'performance|latency regression|regressed',
        'quadratic|exponential|backtracking',
        'slower after|since release|deployment|change|version',
      ),
    ],
    steps: [
      'Choose the operations whose speed users notice, and write a benchmark with realistic data for each.',
      'On each pull request, run the benchmarks several times on a machine without other load.',
      'Fail the build if an operation is slower than its budget by more than the measured noise.',
      'Profile slow requests in production, and add a benchmark for each one that caused an incident.',
    ],
    check: 'On a branch, add a nested loop over all rows to a measured operation. The build must fail.',
    figure: '95th percentile of the duration of each measured operation, by release.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      {
        statement: 'It does not catch slowness that only real load causes.',
        mechanisms: ['traffic-overload', 'own-workload-overload'],
      },
    ],
    sources: [guardrailSources.sreBook.testing, guardrailSources.dora.tests],
  },
];
