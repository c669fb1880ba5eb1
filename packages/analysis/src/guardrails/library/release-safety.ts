import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const releaseSafetyGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'canary-with-rollback',
    name: 'Canary with automatic rollback',
    promise: 'A release meets a small part of the traffic first, and goes back by itself when that part does worse.',
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
    breadth: 0.4,
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
      'Choose two or three figures that users feel, such as the share of failed requests and the slowest percentile of latency.',
      'Send a small, representative part of the traffic to the new release beside an equally large part on the old one.',
      'Compare both parts over a time that is long enough for the slowest harm that is known, for instance a full cache.',
      'Let the pipeline stop and go back by itself when the new part is worse by more than the agreed margin.',
      'Widen in steps, and pause between the steps.',
    ],
    check:
      'Release a build that fails one request in twenty on purpose in a test environment: the pipeline has to go back without anybody’s help.',
    figure: 'Share of harmful releases that were stopped before they reached all of the traffic.',
    effort: guardrailEffort.large(8, 20),
    doesNotCatch: [
      'Harm that shows only at full load, at a certain date, or long after the release.',
      'Damage to stored data, which going back does not undo.',
    ],
    sources: [guardrailSources.sreWorkbook.canaries, guardrailSources.amazon.deployments],
  },
  {
    id: 'feature-flag-kill-switch',
    name: 'Feature flags with a kill switch',
    promise: 'New behaviour can be turned off in seconds, without a release.',
    answers: [
      preventsShareOfFailures(['code_defect', 'configuration'], ['deployment', 'config_push'], 0.15, 0.4),
      preventsShareOfFailures(['capacity', 'dependency'], ['deployment', 'traffic', 'dependency_change'], 0.1, 0.3),
    ],
    breadth: 0.2,
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
      'Put new behaviour behind a flag that is off unless it is turned on, also when the flag store cannot be reached.',
      'Turn it on for the team first, then for a few per cent, then for everybody, with a look at the figures between.',
      'Write beside each flag what turning it off does, and give it an owner and a day on which it is removed.',
      'Keep the old path working until the flag is gone, and test both ways.',
    ],
    check:
      'In a test environment, turn each flag off under load: the old behaviour has to be back within a minute, without errors.',
    figure: 'Minutes from the decision to turn something off until it is off everywhere.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'Defects in code that no flag guards, such as libraries and migrations.',
      'Flags that nobody removes.',
    ],
    sources: [guardrailSources.fowler.toggles, guardrailSources.sreBook.launches],
  },
  {
    id: 'post-deploy-smoke-test',
    name: 'Smoke test after each deployment',
    promise: 'The few things that must work are tried right after a release, and a failure stops it.',
    answers: [
      preventsShareOfFailures(['code_defect', 'configuration', 'dependency'], ['deployment', 'config_push'], 0.15, 0.4),
      preventsShareOfFailures(
        ['security_access', 'process', 'infrastructure'],
        ['deployment', 'maintenance'],
        0.15,
        0.3,
      ),
    ],
    breadth: 0.3,
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
      'Name the five to ten journeys without which a release is useless.',
      'Write one quick test for each, against the running system, with data that is marked as a test.',
      'Run them in the pipeline after each environment is deployed, and stop or go back when one fails.',
      'Keep the whole run under a few minutes, so that nobody is tempted to leave it out.',
    ],
    check: 'Deploy a build that lacks a required setting to a test environment: the pipeline has to go red.',
    figure: 'Share of failed releases that the smoke test noticed before anybody was paged.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Rare paths, and anything that needs load, time or real data to go wrong.'],
    sources: [guardrailSources.sreBook.testing, guardrailSources.dora.deployment],
  },
  {
    id: 'interface-compatibility-check',
    name: 'Compatibility check of interfaces',
    promise: 'A change that would break a caller is refused before it is merged.',
    answers: [
      preventsShareOfFailures(['code_defect', 'process'], ['deployment', 'dependency_change'], 0.3, 0.7),
      preventsShareOfFailures(['dependency', 'configuration'], ['deployment', 'dependency_change'], 0.2, 0.5),
    ],
    breadth: 0.1,
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
      'Keep a machine-readable description of each interface in the repository, made from the code or checked against it.',
      'Compare it on every pull request with the version that is live, and refuse removals, renames and stricter types.',
      'Let what really has to go be marked as deprecated first, with a day, and measure who still uses it.',
      'Show the difference in the pull request, so that reviewers see what callers will see.',
    ],
    check: 'Open a pull request that renames a field of a response: the check has to refuse it.',
    figure: 'Breaking changes that reached a caller unannounced, per quarter.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['The same form with another meaning, for instance cents in place of whole units.'],
    sources: [guardrailSources.fowler.parallelChange, guardrailSources.amazon.rollback],
  },
  {
    id: 'version-skew-test',
    name: 'Test of old and new side by side',
    promise:
      'Two neighbouring versions are run together before a release, since they always meet while one is rolled out.',
    answers: [
      preventsShareOfFailures(['code_defect', 'data', 'process'], ['deployment'], 0.3, 0.6),
      preventsShareOfFailures(
        ['dependency', 'configuration'],
        ['deployment', 'dependency_change', 'maintenance'],
        0.15,
        0.4,
      ),
    ],
    breadth: 0.1,
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
      'Start the released and the new version against one database, one cache and one queue in the pipeline.',
      'Let each read what the other has written: rows, cache entries, messages, sessions and cookies.',
      'Put a version into what is stored, and make readers pass over what they do not know.',
      'Run the same test backwards, from new to old, because a rollback is a rollout too.',
    ],
    check:
      'Add a required field to a cached record in a trial change: the test has to fail, since the old version wrote entries without it.',
    figure: 'Failures during rollouts that were over once all instances ran one version.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: ['Versions more than one step apart, unless the test runs them too.'],
    sources: [guardrailSources.amazon.rollback, guardrailSources.other.versionSkew],
  },
];
