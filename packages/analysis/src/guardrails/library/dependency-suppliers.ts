import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dependencySupplierGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'provider-fallback',
    name: 'Third-party monitoring and fallback',
    promise: 'A third-party outage is detected within minutes, and a tested alternative takes over.',
    prevents: [preventsMechanisms(['supplier-outage'], 0.3, 0.65)],
    knownAs: ['fallback provider', 'second|secondary provider'],
    answers: [
      preventsShareOfFailures(
        ['dependency'],
        ['dependency_change', 'hardware', 'maintenance', 'time', 'traffic', 'config_push'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['infrastructure'], ['dependency_change', 'hardware'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'provider|vendor|partner|supplier|carrier|gateway|psp|registrar|isp|cdn|saas outage|down|incident|unavailable|degraded|failing|side',
        'third party outage|down|incident|unavailable|failing',
        'their|provider|vendor status|end|side page|confirm|outage|issue|problem',
        'status page provider|vendor|their|partner|red|green|says',
        'waiting|nothing|only them|provider|vendor|partner|upstream|we do',
        'aws|azure|gcp|cloudflare|github|stripe|twilio|paypal|fastly|akamai outage|down|incident|degraded',
      ),
      guardrailSignal.mediumWords(
        'upstream outage|down|incident',
        'rerouted|switched|moved other|second|backup provider|vendor|gateway|carrier',
      ),
      guardrailSignal.resolution('self_resolved'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('our|own credential|token|certificate expired|revoked|rotated')],
    steps: [
      'List the third parties on which users depend, and what stops working when each one fails.',
      'Send each one’s status feed to the on-call channel, labelled with the affected services.',
      'Monitor each one from your own systems, because status pages are often updated late.',
      'Choose an alternative for the most important ones: a second supplier, a queue or a message to users.',
      'Switch to the alternative for an hour each quarter.',
    ],
    check:
      'Block the addresses of a third party in a test environment. The alternative must take over within the agreed time.',
    figure: 'Minutes from the start of a third-party outage until the on-call team knows its cause.',
    effort: guardrailEffort.large(5, 15),
    doesNotCatch: ['It does not help if the alternative depends on the same third party.'],
    sources: [guardrailSources.other.awsReliability, guardrailSources.amazon.correlated],
  },
  {
    id: 'staged-dependency-upgrades',
    name: 'Pinned versions and staged upgrades',
    promise:
      'A new version of a library, image or platform component is installed only on purpose, and in one environment first.',
    prevents: [
      preventsMechanisms(['unpinned-version'], 0.6, 0.9),
      preventsMechanisms(['upgrade-breaks', 'faulty-update', 'dependency-conflict'], 0.35, 0.65),
    ],
    knownAs: ['pinned version|versions already'],
    answers: [
      preventsShareOfFailures(['dependency', 'code_defect'], ['dependency_change', 'deployment'], 0.3, 0.6),
      preventsShareOfFailures(['configuration', 'infrastructure', 'security_access'], ['dependency_change'], 0.2, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'library|package|sdk|framework|dependency|gem|crate|jar|runtime upgrade|bump|regression',
        'bump|upgrade library|package|dependency|version|major|minor',
        'transitive dependency',
        'unpinned|floating|latest|pin version|tag|dependency|image',
        'malicious package|dependency|library',
        'yanked|unpublished|removed package|version|release',
        'breaking change library|package|major|upgrade',
      ),
      guardrailSignal.paths(
        'package-lock',
        'yarn.lock',
        'pnpm-lock',
        'go.sum',
        'go.mod',
        'requirements',
        'cargo.lock',
        'gemfile.lock',
        'poetry.lock',
        'pom.xml',
      ),
      guardrailSignal.mediumWords('update|upgrade broke|broken|breaks library|package|dependency|upstream'),
      guardrailSignal.mediumWords('downgrade|pinned back|previous|old|version'),
    ],
    steps: [
      'Pin all versions, including images, modules, build tools and transitive dependencies, with a lock file.',
      'Let a bot propose upgrades one at a time, with the release notes.',
      'Read the release notes for changed defaults, and run the full tests for each upgrade.',
      'Upgrade a test environment or one service first, and wait a few days before you upgrade the rest.',
      'Keep the previous artefact, so that one revert is enough to go back.',
    ],
    check: 'Build the same commit twice, a week apart. Both builds must contain exactly the same versions.',
    figure: 'Failures per hundred upgrades.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      {
        statement: 'It does not protect against changes to external services that have no version.',
        mechanisms: ['supplier-outage'],
      },
      { statement: 'It does not move you off a version before its support ends.', mechanisms: ['retired-version'] },
    ],
    sources: [guardrailSources.owasp.dependencies, guardrailSources.other.ssdf, guardrailSources.dora.delivery],
  },
  {
    id: 'consumer-contracts',
    name: 'Consumer-driven contract tests',
    promise: 'A change that breaks what a known caller relies on fails the provider’s build.',
    prevents: [
      preventsMechanisms(['incompatible-versions'], 0.3, 0.6),
      preventsMechanisms(['upgrade-breaks'], 0.05, 0.2),
    ],
    knownAs: ['contract test|tests'],
    answers: [
      preventsShareOfFailures(['process', 'code_defect'], ['deployment', 'dependency_change'], 0.3, 0.6),
      preventsShareOfFailures(['dependency'], ['dependency_change', 'deployment', 'config_push'], 0.25, 0.5),
      preventsShareOfFailures(['data', 'configuration'], ['dependency_change', 'deployment'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'contract test|broken|break|changed|consumer|pact',
        'response|payload|schema|format|field|json|api|interface|endpoint changed|renamed|removed|different|new without|partner|provider|upstream|consumer|caller|client|notice|announce|told',
        'consumer|caller|client broke|broken|break|fail|unaware|parse|expect|know|knew|still',
        'unannounced|silently|undocumented change|removed',
        'expected field|string|number|array|format|enum',
      ),
      guardrailSignal.weakWords('422|400 bad|unprocessable', 'deprecated|sunset endpoint|version|api'),
      guardrailSignal.severalServices,
    ],
    steps: [
      'Ask each caller for the smallest set of examples on which it relies, in machine-readable form.',
      'Run all examples in the provider’s pipeline before each merge.',
      'Run the examples daily against external partners, and alert on differences.',
      'Remove an example only together with the caller that wrote it.',
    ],
    check: 'Rename a field that an example uses. The provider’s pipeline must fail and name the caller.',
    figure: 'Share of caller–provider pairs that have a contract.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'It does not protect unknown callers.',
      {
        statement: 'It does not catch changes in speed or load.',
        mechanisms: ['inefficient-code', 'traffic-overload'],
      },
    ],
    sources: [guardrailSources.fowler.contracts, guardrailSources.sreBook.testing],
  },
  {
    id: 'artifact-mirror',
    name: 'Mirrored artefacts and spare build runners',
    promise: 'Builds and deployments keep working while external registries or individual build machines are down.',
    prevents: [preventsMechanisms(['registry-unavailable', 'artifact-store-failed', 'runner-lost'], 0.4, 0.7)],
    knownAs: ['pull through cache', 'registry mirror'],
    answers: [
      preventsShareOfFailures(
        ['dependency', 'infrastructure', 'capacity'],
        ['deployment', 'dependency_change', 'traffic'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(
        ['process', 'security_access', 'configuration'],
        ['deployment', 'dependency_change'],
        0.1,
        0.3,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'image pull|registry',
        'registry|npm|pypi|maven|dockerhub|ecr|artifactory|ghcr down|limit|unavailable|timeout|outage|429|503|slow|error|unreachable',
        'imagepullbackoff|errimagepull|toomanyrequests',
        'runner lost|offline|shutdown|unavailable|disconnected|queue|full|died|disk',
        'download|fetch|install package|dependency|artifact|artefact|image failed|timeout|404|error',
        'checkout|clone|fetch repository|repo failed|timeout|error',
      ),
      guardrailSignal.errorNames('ImagePullBackOff', 'ErrImagePull'),
      guardrailSignal.failureKind('failed_deployment'),
      guardrailSignal.resolution('retried'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('wrong|missing|typo tag|image name')],
    steps: [
      'In your own registry, mirror all images and packages that builds and deployments need.',
      'Allow machines to pull only from this registry, with their own credentials and a quota large enough for a full restart.',
      'Keep the images of the current and the previous version on the machines.',
      'Run build machines in two zones, and retry a job once if its machine is lost.',
      'Alert on failed pulls and on jobs that are waiting for a runner.',
    ],
    check: 'Block all external registries in a test environment, then deploy and scale out. Both must work.',
    figure: 'Share of failed deployments that succeeded when they were retried without a change.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: [
      {
        statement: 'It does not help with a wrong image name or a faulty image.',
        phrases: ['wrong|incorrect|nonexistent image|tag'],
      },
    ],
    sources: [guardrailSources.sreBook.releases, guardrailSources.dora.deployment, guardrailSources.rfc.tooMany],
  },
];
