import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  failureKindSignal,
  linkedChangeSignal,
  mediumEffort,
  noLinkedChangeSignal,
  pathSignal,
  resolutionSignal,
  seasonSignal,
  smallEffort,
  strongWordSignal,
} from './entry.ts';
import { amazonBuildersLibrary, dora, fowlerArticles, otherGuardrailSources, sreBook } from './sources.ts';

export const releaseProcessGuardrails: readonly Guardrail[] = [
  {
    id: 'rollback-rehearsal',
    name: 'Rollback that is rehearsed',
    promise: 'Going back is one command that takes minutes and was used this month, not a plan.',
    answers: [
      createGuardrailAnswer(['process', 'code_defect'], ['deployment', 'config_push'], 0.1, 0.35),
      createGuardrailAnswer(
        ['data', 'configuration', 'dependency', 'infrastructure'],
        ['deployment', 'maintenance', 'dependency_change', 'config_push'],
        0.1,
        0.3,
      ),
    ],
    breadth: 0.15,
    speaksFor: [
      strongWordSignal(
        'rollback|roll|revert slow|long|failed|impossible|stuck|broken|hours|hard|could|blocked|possible|never|took',
        'no rollback|way plan|back',
        'rollback|revert also|itself broke|failed|worse',
        'forward fix|only because|rollback|migration|revert',
        'could not|cannot roll|go|revert back',
      ),
      resolutionSignal('fixed_forward'),
    ],
    speaksAgainst: [noLinkedChangeSignal, resolutionSignal('retried')],
    steps: [
      'Make the step back one command or one button for each service, and write beside it what it does not undo.',
      'Go back and forth once with every release in the test environment, by the pipeline.',
      'Take one ordinary release back in production each month, on purpose, with a clock.',
      'Keep the last good artefacts and settings at hand for as long as it takes to notice a slow harm.',
    ],
    proof: {
      check:
        'The pipeline goes back to the previous version after each release to the test environment, and runs the smoke test there.',
      figure: 'Minutes from the decision to go back until the old version serves everybody.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['The failure itself: it only becomes shorter.', 'Data that the new version has changed.'],
    sources: [amazonBuildersLibrary.rollback, dora.delivery],
  },
  {
    id: 'change-freeze',
    name: 'Freeze windows with exceptions',
    promise:
      'Risky changes stay out of the hours and weeks in which a failure costs most, and the exceptions are visible.',
    answers: [
      createGuardrailAnswer(['process', 'code_defect', 'configuration'], ['deployment', 'config_push'], 0.05, 0.25),
      createGuardrailAnswer(
        ['capacity', 'infrastructure', 'dependency'],
        ['deployment', 'maintenance', 'dependency_change', 'config_push'],
        0.05,
        0.25,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'friday|weekend|holiday|freeze deploy|deployment|release|change|push|evening',
        'change|code|deployment freeze|window',
        'peak|office|business|working hours deploy|deployment|release|migration|maintenance|change|reboot',
        'release|deploy|deployment|change during peak|sale|campaign|event|closing|holiday',
      ),
      seasonSignal('weekend'),
      linkedChangeSignal,
    ],
    speaksAgainst: [noLinkedChangeSignal],
    steps: [
      'Mark in a calendar the hours and weeks in which a failure costs most, as few as possible.',
      'Let the pipeline hold risky kinds of change then, by what they touch: schemas, networks, shared libraries.',
      'Allow exceptions with a reason and a second person, and list them.',
      'Release what was held in small pieces afterwards, not all on the first morning.',
    ],
    proof: {
      check: 'Try to deploy a schema change within a marked window in a test: the pipeline has to hold it.',
      figure: 'Changes held, exceptions, and failures in the two days after each window.',
    },
    effort: smallEffort(0.5, 2),
    doesNotCatch: ['The failure itself, which is only moved to a cheaper hour.'],
    sources: [dora.changeApproval, sreBook.launches],
  },
  {
    id: 'flaky-test-quarantine',
    name: 'Quarantine for flaky checks',
    promise: 'A check that fails by chance stops nobody, is repaired or removed within days, and red means red again.',
    answers: [
      createGuardrailAnswer(['process'], ['deployment', 'config_push', 'dependency_change', 'traffic'], 0.4, 0.8),
      createGuardrailAnswer(['code_defect', 'infrastructure', 'configuration'], ['deployment'], 0.15, 0.5),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'flaky|flake',
        'intermittent|random|sporadic|nondeterministic test|check|gate|canary|pipeline|ci',
        'rerun|reran|retry|restarted passed|green|worked|succeeded|ok|fine|without|pipeline|job|build|test|gate',
        'false alarm|positive|negative gate|check|test|canary|analysis',
        'gate|canary|analysis|check chance|noise|noisy|samples|traffic|few|inconclusive|threshold',
      ),
      resolutionSignal('retried'),
      failureKindSignal('failed_deployment'),
    ],
    speaksAgainst: [],
    steps: [
      'Run each check that failed once more on the same commit, and record both results.',
      'Move a check that gave both results out of the gate by itself, into a list with an owner and a day.',
      'Repair or delete it within a week; most often it waits for time, order, chance or a shared thing.',
      'Give gates on live figures enough samples, and let them say “cannot tell” and wait.',
      'Count how often each gate stopped a good release and let a bad one through.',
    ],
    proof: {
      check:
        'Add a test that fails one time in five to a trial branch: within a day it has to be in quarantine, and the branch green.',
      figure: 'Share of red runs that go green on a plain repetition.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['A real defect that shows only sometimes, which is why the list has owners.'],
    sources: [fowlerArticles.flakyTests, otherGuardrailSources.flakyAtGoogle],
  },
  {
    id: 'merge-queue',
    name: 'Merge queue',
    promise: 'What is merged was tested together with everything merged before it.',
    answers: [
      createGuardrailAnswer(['process', 'code_defect'], ['deployment', 'dependency_change'], 0.2, 0.6),
      createGuardrailAnswer(['configuration'], ['deployment', 'config_push'], 0.1, 0.3),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'landrace',
        'land race',
        'broke|broken|red main|master|trunk',
        'merged|landed same time|together|simultaneously|before|conflict|another|both',
        'semantic|logical|merge conflict',
        'green|passed separately|alone|own|branch|individually',
        'stale|outdated branch|base',
        'build|compile broken|fails|errors after|merge|main|master',
      ),
    ],
    speaksAgainst: [noLinkedChangeSignal],
    steps: [
      'Let nobody merge directly: changes enter a queue.',
      'Test each change on top of those before it in the queue, in batches where there are many.',
      'Put a change that fails out of the queue by itself, and go on with the rest.',
      'Keep the required tests fast and free of chance, since the queue waits for them.',
    ],
    proof: {
      check:
        'Queue two changes that are each green and break together in a test repository: the second has to be put out.',
      figure: 'Hours per week in which the main line is red.',
    },
    effort: smallEffort(1, 2),
    doesNotCatch: ['Defects that no test finds.'],
    sources: [otherGuardrailSources.mergeQueue, dora.trunk],
  },
  {
    id: 'build-once-promote',
    name: 'Build once, reproducibly, and promote',
    promise: 'What goes live is the very artefact that was tested, and can be made again from its commit.',
    answers: [
      createGuardrailAnswer(['process'], ['deployment', 'config_push', 'dependency_change'], 0.2, 0.6),
      createGuardrailAnswer(
        ['dependency', 'configuration', 'code_defect', 'security_access'],
        ['deployment', 'dependency_change'],
        0.1,
        0.3,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'wrong|stale|old|other version|build|artifact|artefact|image|tag|branch|commit|binary|release deployed|shipped|released|built|live|promoted|pushed|went',
        'wrong|old|stale branch|tag|artifact|artefact|build',
        'built|build|deployed laptop|local|machine|hand',
        'rebuild|rebuilt differ|changed',
        'latest tag',
        'cache build|layer stale|old|wrong',
        'unreviewed|untested|unmerged code|change|commit|version deployed|shipped|live|release',
      ),
      pathSignal('dockerfile', '.github/workflows', 'jenkinsfile', 'makefile'),
    ],
    speaksAgainst: [noLinkedChangeSignal],
    steps: [
      'Build each commit of the main line once, on a clean machine, from pinned inputs.',
      'Name the artefact by what is in it, and never overwrite a name.',
      'Let all environments take the same artefact, with their settings from outside.',
      'Sign it with where it came from, and let production refuse anything else.',
      'Show which commit runs where.',
    ],
    proof: {
      check: 'Offer an artefact that was built by hand to a test environment: it has to be refused.',
      figure: 'Share of running artefacts that can be traced to one commit and one build.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['A defect that was built faithfully.'],
    sources: [otherGuardrailSources.reproducible, otherGuardrailSources.slsa, sreBook.releases],
  },
  {
    id: 'ordered-deployments',
    name: 'The order of a rollout is part of the pipeline',
    promise: 'What has to go first goes first, because a machine checks that it is there.',
    answers: [
      createGuardrailAnswer(['process', 'configuration'], ['deployment', 'config_push', 'maintenance'], 0.2, 0.6),
      createGuardrailAnswer(['code_defect', 'data', 'dependency', 'security_access'], ['deployment'], 0.1, 0.35),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'wrong|right order|sequence',
        'before|first|after|ahead migration|backend|api|service|server|consumer|producer|chart|secret deployed|released|merged|ready|rolled|live|existed',
        'deployed|released|merged|shipped too early|before|without|first dependency|backend|migration|other|second|companion|matching',
        'waiting|depends|needs other|second|companion deploy|deployment|release|change',
        'early|prematurely merged|deployed|released|enabled',
      ),
    ],
    speaksAgainst: [noLinkedChangeSignal],
    steps: [
      'Aim for changes that work in any order; what cannot is written down as a condition in the repository.',
      'Let the pipeline ask the target environment whether the condition holds: this migration, that version, this secret.',
      'Hold the release until it does, and say for what it waits.',
      'Do the same on the way back, in the opposite order.',
    ],
    proof: {
      check:
        'Release a change in a test environment whose condition is not met: the pipeline has to hold it and name the condition.',
      figure: 'Failures per quarter that ended when something else was deployed.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Conditions that nobody wrote down.'],
    sources: [amazonBuildersLibrary.rollback, dora.deployment],
  },
];
