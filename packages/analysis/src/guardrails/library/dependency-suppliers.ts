import type { Guardrail } from '@refrain/domain';
import {
  answers,
  hints,
  isKind,
  large,
  medium,
  resolvedBy,
  says,
  saysClearly,
  severalServices,
  shows,
  touches,
} from './entry.ts';
import { buildersLibrary, dora, fowler, others, owasp, rfc, sreBook } from './sources.ts';

/** Prevents surprises from suppliers' changes and outages. */
export const dependencySupplierGuardrails: readonly Guardrail[] = [
  {
    id: 'provider-fallback',
    name: 'A second way around a provider, and its status known',
    promise: 'An outage at a provider is known within minutes, and there is a way around it that was tried.',
    answers: [
      answers(
        ['dependency'],
        ['dependency_change', 'hardware', 'maintenance', 'time', 'traffic', 'config_push'],
        0.2,
        0.5,
      ),
      answers(['infrastructure'], ['dependency_change', 'hardware'], 0.1, 0.3),
    ],
    breadth: 0.3,
    speaksFor: [
      saysClearly(
        'provider|vendor|partner|supplier|carrier|gateway|psp|registrar|isp|cdn|saas outage|down|incident|unavailable|degraded|failing|side',
        'third party outage|down|incident|unavailable|failing',
        'their|provider|vendor status|end|side page|confirm|outage|issue|problem',
        'status page provider|vendor|their|partner|red|green|says',
        'waiting|nothing|only them|provider|vendor|partner|upstream|we do',
        'aws|azure|gcp|cloudflare|github|stripe|twilio|paypal|fastly|akamai outage|down|incident|degraded',
      ),
      says(
        'upstream outage|down|incident',
        'rerouted|switched|moved other|second|backup provider|vendor|gateway|carrier',
      ),
      resolvedBy('self_resolved'),
    ],
    speaksAgainst: [says('our|own credential|token|certificate expired|revoked|rotated')],
    steps: [
      'List the providers on which users depend, with what stops when each one does.',
      'Subscribe to the status feed of each, and send it to where the own alarms arrive, marked with the services that need it.',
      'Measure each from the own side, since status pages are late.',
      'Choose for the worst of them: a second provider, a queue that waits, or a plain message to users.',
      'Switch over for an hour each quarter.',
    ],
    proof: {
      check:
        'Block the provider’s addresses in a test environment: the way around has to take over within the agreed time.',
      figure: 'Minutes from the start of a provider’s outage until those on call know that it is the provider.',
    },
    effort: large(5, 15),
    doesNotCatch: ['Providers behind the providers, which both of them may share.'],
    sources: [others.awsReliability, buildersLibrary.correlated],
  },
  {
    id: 'staged-dependency-upgrades',
    name: 'Pinned dependencies, upgraded in stages',
    promise:
      'A new version of a library or image arrives when it is asked for, and meets a small part of the traffic first.',
    answers: [
      answers(['dependency', 'code_defect'], ['dependency_change', 'deployment'], 0.3, 0.6),
      answers(['configuration', 'infrastructure', 'security_access'], ['dependency_change'], 0.2, 0.4),
    ],
    breadth: 0.2,
    speaksFor: [
      saysClearly(
        'library|package|sdk|framework|dependency|gem|crate|jar|runtime upgrade|bump|regression',
        'bump|upgrade library|package|dependency|version|major|minor',
        'transitive dependency',
        'unpinned|floating|latest|pin version|tag|dependency|image',
        'malicious package|dependency|library',
        'yanked|unpublished|removed package|version|release',
        'breaking change library|package|major|upgrade',
      ),
      touches(
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
      says('update|upgrade broke|broken|breaks library|package|dependency|upstream'),
      says('downgrade|pinned back|previous|old|version'),
    ],
    speaksAgainst: [],
    steps: [
      'Pin every version, also of images, build tools and what dependencies depend on, with a lock file that the build obeys.',
      'Let a bot propose upgrades, one at a time, with the notes of the release beside it.',
      'Run the full tests and a soak of some hours for libraries that everything uses.',
      'Roll one service out first and leave it for some days; the rest follows.',
      'Keep the step back simple: one revert, the old artefact still there.',
    ],
    proof: {
      check: 'Build the same commit twice, a week apart: both have to hold exactly the same versions.',
      figure: 'Failures caused by an upgrade, per hundred upgrades.',
    },
    effort: medium(2, 5),
    doesNotCatch: ['Services of others that change without a version.'],
    sources: [owasp.dependencies, others.ssdf, dora.delivery],
  },
  {
    id: 'consumer-contracts',
    name: 'Contracts written by the consumers',
    promise: 'What callers rely on is a test of the side that is called.',
    answers: [
      answers(['process', 'code_defect'], ['deployment', 'dependency_change'], 0.3, 0.6),
      answers(['dependency'], ['dependency_change', 'deployment', 'config_push'], 0.25, 0.5),
      answers(['data', 'configuration'], ['dependency_change', 'deployment'], 0.1, 0.3),
    ],
    breadth: 0.1,
    speaksFor: [
      saysClearly(
        'contract test|broken|break|changed|consumer|pact',
        'response|payload|schema|format|field|json|api|interface|endpoint changed|renamed|removed|different|new without|partner|provider|upstream|consumer|caller|client|notice|announce|told',
        'consumer|caller|client broke|broken|break|fail|unaware|parse|expect|know|knew|still',
        'unannounced|silently|undocumented change|removed',
        'expected field|string|number|array|format|enum',
      ),
      hints('422|400 bad|unprocessable', 'deprecated|sunset endpoint|version|api'),
      severalServices,
    ],
    speaksAgainst: [],
    steps: [
      'Ask each caller for the smallest set of examples that it relies on, in a form that a machine can check.',
      'Run all of them in the pipeline of the service that is called, before it is merged.',
      'Run the same examples each day against partners that do not take part, and alarm on a difference.',
      'Remove an example only together with the caller that wrote it.',
    ],
    proof: {
      check:
        'Rename a field that a caller’s example uses: the pipeline of the service that is called has to fail and name the caller.',
      figure: 'Share of pairs of services that call each other and have a contract.',
    },
    effort: medium(3, 8),
    doesNotCatch: ['Callers that are not known.', 'Load and time: a contract says nothing of speed.'],
    sources: [fowler.contracts, sreBook.testing],
  },
  {
    id: 'artifact-mirror',
    name: 'A mirror and spare runners for builds and rollouts',
    promise: 'A deployment needs nothing from outside that is not already here.',
    answers: [
      answers(['dependency', 'infrastructure', 'capacity'], ['deployment', 'dependency_change', 'traffic'], 0.3, 0.7),
      answers(['process', 'security_access', 'configuration'], ['deployment', 'dependency_change'], 0.1, 0.3),
    ],
    breadth: 0.1,
    speaksFor: [
      saysClearly(
        'image pull|registry',
        'registry|npm|pypi|maven|dockerhub|ecr|artifactory|ghcr down|limit|unavailable|timeout|outage|429|503|slow|error|unreachable',
        'imagepullbackoff|errimagepull|toomanyrequests',
        'runner lost|offline|shutdown|unavailable|disconnected|queue|full|died|disk',
        'download|fetch|install package|dependency|artifact|artefact|image failed|timeout|404|error',
        'checkout|clone|fetch repository|repo failed|timeout|error',
      ),
      shows('ImagePullBackOff', 'ErrImagePull'),
      isKind('failed_deployment'),
      resolvedBy('retried'),
    ],
    speaksAgainst: [says('wrong|missing|typo tag|image name')],
    steps: [
      'Keep a copy of each image and package that builds and rollouts need in a registry of your own, filled on first use.',
      'Let machines pull from there only, with a login of their own and room for a full restart of everything.',
      'Keep the images of the running and the previous version on the machines.',
      'Run build machines in two places, and retry a step once when its machine was lost.',
      'Alarm on pulls that fail and on jobs that wait for a machine.',
    ],
    proof: {
      check: 'Block all outside registries in a test environment, then deploy and scale out: both have to work.',
      figure: 'Share of failed deployments that went through on a plain retry.',
    },
    effort: medium(2, 6),
    doesNotCatch: ['A wrong image that was built and copied faithfully.'],
    sources: [sreBook.releases, dora.deployment, rfc.tooMany],
  },
];
