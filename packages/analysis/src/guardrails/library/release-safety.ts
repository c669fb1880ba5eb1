import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const releaseSafetyGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'canary-with-rollback',
    name: 'Canary release with automatic rollback',
    promise: 'A faulty release reaches only a small share of the traffic and is rolled back automatically.',
    prevents: [
      preventsMechanisms(['regression', 'incompatible-versions', 'inefficient-code'], 0.3, 0.6),
      preventsMechanisms(['rollout-not-ready', 'all-at-once', 'upgrade-breaks', 'missing-value'], 0.2, 0.5),
    ],
    knownAs: ['canary', 'canary release|deployment|deploy'],
    answers: [
      preventsShareOfFailures(['code_defect', 'configuration'], ['deployment'], 0.3, 0.6),
      preventsShareOfFailures(['code_defect', 'configuration'], ['config_push', 'dependency_change'], 0.2, 0.5),
      preventsShareOfFailures(
        ['capacity', 'dependency', 'data', 'security_access', 'process'],
        ['deployment'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'no canary',
        'canary missing|skip|bypass',
        'all instances|regions|customers once',
        'full rollout fast',
      ),
      guardrailSignal.mediumWords(
        'error rate after release|deploy|rollout|deployment',
        'crash|exception|regression new version|release',
      ),
      guardrailSignal.resolution('reverted'),
      guardrailSignal.failureKind('reverted_change'),
      guardrailSignal.linkedChange,
    ],
    speaksAgainst: [
      guardrailSignal.noLinkedChange,
      guardrailSignal.resolution('self_resolved'),
      guardrailSignal.mediumWords(
        'canary caught|stopped|aborted|detected|flaky',
        'analysis inconclusive',
        'rolled back automatically',
      ),
    ],
    steps: [
      'Choose two or three metrics that users feel, such as the error rate and the 99th percentile of latency.',
      'Route 1 to 5 % of the traffic to the new release, and compare it with an equal share on the old release.',
      'Let each comparison last long enough to show slow problems, such as a cache that fills up.',
      'Stop the rollout and roll back automatically when the new release is worse by more than the agreed margin.',
      'Increase the share of traffic in steps, with a pause after each step.',
    ],
    check:
      'In a test environment, deploy a build that fails 5 % of its requests. The pipeline must roll back automatically.',
    figure: 'Share of faulty releases that were stopped before they reached all traffic.',
    effort: guardrailEffort.large(8, 20),
    doesNotCatch: [
      {
        statement:
          'It does not catch problems that appear only under full load, on a certain date, or days after the release.',
        mechanisms: [
          'date-handling',
          'clock-or-calendar',
          'certificate-expired',
          'credential-expired',
          'resource-leak',
        ],
      },
      {
        statement: 'It does not repair data that a faulty release has already changed.',
        mechanisms: ['data-corrupted', 'data-lost'],
      },
    ],
    sources: [guardrailSources.sreWorkbook.canaries, guardrailSources.amazon.deployments],
  },
  {
    id: 'feature-flag-kill-switch',
    name: 'Feature flags with a kill switch',
    promise: 'New behaviour can be turned off within a minute, without a deployment.',
    prevents: [
      preventsMechanisms(['unfinished-work-released'], 0.3, 0.6),
      preventsMechanisms(['regression', 'feature-flag'], 0.2, 0.5),
    ],
    knownAs: ['kill switch', 'behind flag'],
    answers: [
      preventsShareOfFailures(['code_defect', 'configuration'], ['deployment', 'config_push'], 0.15, 0.4),
      preventsShareOfFailures(['capacity', 'dependency'], ['deployment', 'traffic', 'dependency_change'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'feature flag|switch|toggle',
        'no kill switch|flag',
        'could not turn|switch|disable off|feature',
      ),
      guardrailSignal.mediumWords(
        'flag default|everyone|everybody',
        'new feature|behaviour|behavior all users|customers',
        'rollback slow|long',
      ),
      guardrailSignal.resolution('reverted'),
    ],
    speaksAgainst: [
      guardrailSignal.noLinkedChange,
      guardrailSignal.mediumWords('flag turned|switched|set off', 'disabled flag|feature by flag'),
    ],
    steps: [
      'Put new behaviour behind a flag that is off by default, even if the flag service is unavailable.',
      'Turn the flag on for the team first, then for a few per cent of users, then for all, and check the metrics in between.',
      'Document what turning the flag off does, and give each flag an owning team and a removal date.',
      'Keep the old code path until the flag is removed, and test both paths.',
    ],
    check:
      'Turn each flag off under load in a test environment. The old behaviour must be back within a minute, without errors.',
    figure: 'Minutes from the decision to turn a feature off until it is off everywhere.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      {
        statement:
          'It does not help with defects in code without a flag, such as library upgrades and schema migrations.',
        mechanisms: ['upgrade-breaks', 'unpinned-version', 'migration-failed', 'migration-lock'],
      },
      'It does not remove stale flags, which need a clean-up of their own.',
    ],
    sources: [guardrailSources.fowler.toggles, guardrailSources.sreBook.launches],
  },
  {
    id: 'post-deploy-smoke-test',
    name: 'Smoke tests after each deployment',
    promise: 'A deployment that breaks a main user journey is stopped or rolled back within minutes.',
    prevents: [
      preventsMechanisms(
        ['rollout-not-ready', 'sign-in-misconfigured', 'traffic-misrouted', 'client-assets'],
        0.3,
        0.6,
      ),
      preventsMechanisms(['regression', 'missing-setting', 'missing-value', 'wrong-order'], 0.2, 0.45),
    ],
    knownAs: ['smoke test|tests'],
    answers: [
      preventsShareOfFailures(['code_defect', 'configuration', 'dependency'], ['deployment', 'config_push'], 0.15, 0.4),
      preventsShareOfFailures(
        ['security_access', 'process', 'infrastructure'],
        ['deployment', 'maintenance'],
        0.15,
        0.3,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'no smoke|acceptance test',
        'page|screen|site blank|broken after release|deploy|deployment',
      ),
      guardrailSignal.mediumWords(
        'start|boot crash|fail after release|deploy',
        'login|checkout|home broken',
        '404|500 every|all request|page',
      ),
      guardrailSignal.failureKind('reverted_change'),
      guardrailSignal.resolution('reverted'),
    ],
    speaksAgainst: [guardrailSignal.noLinkedChange, guardrailSignal.mediumWords('smoke test failed|red|caught')],
    steps: [
      'List the five to ten user journeys without which a release is useless, including sign-in.',
      'For each journey, write a fast automated test that runs against the deployed system with marked test data.',
      'Run the tests after each deployment to each environment, and stop or roll back if a test fails.',
      'Keep the whole run under five minutes.',
    ],
    check: 'Deploy a build that lacks a required setting to a test environment. The pipeline must fail.',
    figure: 'Share of broken releases that the smoke tests stopped before anybody was paged.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: [
      {
        statement: 'It does not catch failures that need load, time or real data to appear.',
        mechanisms: ['traffic-overload', 'memory-exhausted', 'resource-leak', 'certificate-expired', 'bad-data'],
      },
      'It does not cover rarely used functions.',
    ],
    sources: [guardrailSources.sreBook.testing, guardrailSources.dora.deployment],
  },
  {
    id: 'interface-compatibility-check',
    name: 'Interface compatibility check',
    promise: 'A pull request that breaks an existing caller of an interface cannot be merged.',
    prevents: [preventsMechanisms(['incompatible-versions'], 0.35, 0.7)],
    knownAs: ['compatibility check|checks', 'schema diff'],
    answers: [
      preventsShareOfFailures(['code_defect', 'process'], ['deployment', 'dependency_change'], 0.3, 0.7),
      preventsShareOfFailures(['dependency', 'configuration'], ['deployment', 'dependency_change'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'breaking change',
        'backward compatible|incompatible',
        'api|interface|endpoint|contract|response changed|removed|renamed|incompatible',
        'field|parameter|attribute removed|renamed|required|missing client|caller|consumer|response',
      ),
      guardrailSignal.mediumWords(
        'old client|app|caller break|fail|crash|error',
        'unknown field|parameter|argument',
        'version mismatch',
      ),
      guardrailSignal.paths('openapi', 'swagger', '.proto', '.graphql', '/api/'),
    ],
    speaksAgainst: [guardrailSignal.noLinkedChange],
    steps: [
      'Keep a machine-readable description of each interface in the repository, generated from the code or tested against it.',
      'On each pull request, compare it with the version in production, and reject removed fields, renamed fields and stricter types.',
      'Mark a field as deprecated with a removal date before you remove it, and measure who still uses it.',
      'Show the difference in the pull request.',
    ],
    check: 'Open a pull request that renames a response field. The check must reject it.',
    figure: 'Breaking interface changes that reached a caller, per quarter.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch a change in the meaning of an unchanged field, such as cents instead of euros.'],
    sources: [guardrailSources.fowler.parallelChange, guardrailSources.amazon.rollback],
  },
  {
    id: 'version-skew-test',
    name: 'Mixed-version tests',
    promise: 'The old and the new version work side by side during every rollout and rollback.',
    prevents: [
      preventsMechanisms(['incompatible-versions'], 0.3, 0.6),
      preventsMechanisms(['cache-fault', 'wrong-order'], 0.15, 0.4),
    ],
    knownAs: ['mixed version', 'skew test'],
    answers: [
      preventsShareOfFailures(['code_defect', 'data', 'process'], ['deployment'], 0.3, 0.6),
      preventsShareOfFailures(
        ['dependency', 'configuration'],
        ['deployment', 'dependency_change', 'maintenance'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'old|previous|former|older version|code|release|pods new|newer|current version|code|release|one',
        'mixed|both versions',
        'version skew|mismatch',
        'deserialize|deserialise|unmarshal|unpickle',
        'cached|stored|session|persisted entry|object|format|shape|value|schema old|previous|read|parse|missing',
      ),
      guardrailSignal.mediumWords(
        'during rollout|deploy|deployment error',
        'rolling update|upgrade',
        'serialization|serialisation|codec',
      ),
      guardrailSignal.errorNames(
        'InvalidClassException',
        'UnrecognizedPropertyException',
        'InvalidProtocolBufferException',
      ),
    ],
    speaksAgainst: [guardrailSignal.noLinkedChange],
    steps: [
      'In the pipeline, run the released and the new version against one database, one cache and one queue.',
      'Have each version read what the other has written: rows, cache entries, messages, sessions and cookies.',
      'Add a format version to stored data, and make readers ignore unknown fields.',
      'Run the same test in the opposite direction, because a rollback is a rollout too.',
    ],
    check: 'Add a required field to a cached record in a test change. The mixed-version test must fail.',
    figure: 'Failures per quarter that occurred only while two versions were running.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: [
      'It does not catch incompatibilities between versions that are more than one release apart, unless the test also runs them.',
    ],
    sources: [guardrailSources.amazon.rollback, guardrailSources.other.versionSkew],
  },
];
