import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  errorNameSignal,
  mediumEffort,
  mediumWordSignal,
  noLinkedChangeSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import { amazonBuildersLibrary, azureArchitecturePages, dora, otherGuardrailSources, rfc, sreBook } from './sources.ts';

export const defectTestGuardrails: readonly Guardrail[] = [
  {
    id: 'generated-input-tests',
    name: 'Property and fuzz tests',
    promise: 'Machines try the inputs that no person would think of before users do.',
    answers: [
      createGuardrailAnswer(['code_defect'], ['deployment', 'traffic', 'dependency_change', 'time'], 0.15, 0.4),
      createGuardrailAnswer(['data'], ['deployment', 'traffic'], 0.15, 0.4),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'edge case',
        'malformed|unexpected|invalid|empty|null input|value|payload|character|string crash|panic|error|exception',
      ),
      mediumWordSignal(
        'parse|parser error|crash|fail|bug',
        'index|array bound|range',
        'divide|division zero',
        'unicode|emoji|encoding',
        'overflow integer|number|buffer',
        'infinite|endless loop|recursion',
        'regex|regular backtrack|expression',
      ),
      errorNameSignal(
        'NullPointerException',
        'IndexOutOfBoundsException',
        'NumberFormatException',
        'RangeError',
        'StackOverflowError',
      ),
    ],
    speaksAgainst: [],
    steps: [
      'Take the functions that read what comes from outside, and those that do sums with money, time or quantities.',
      'Write down laws that always hold: nothing is lost, reading what was written gives the same, totals add up.',
      'Let a generator try thousands of inputs against each law on every pull request.',
      'Run a fuzzer for some hours each night against parsers, and keep each input that broke one as a test.',
    ],
    proof: {
      check: 'Put the defect of one past episode back on a branch: a law has to find it without being told the input.',
      figure: 'Defects found by generated inputs, against those found in production, in the same modules.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['Defects between services, and laws that nobody wrote down.'],
    sources: [otherGuardrailSources.fuzzing, sreBook.testing],
  },
  {
    id: 'defect-class-rule',
    name: 'A rule that refuses the kind of defect',
    promise: 'A mistake that was made twice cannot be merged a third time.',
    answers: [
      createGuardrailAnswer(
        ['code_defect'],
        ['deployment', 'traffic', 'time', 'dependency_change', 'config_push'],
        0.2,
        0.5,
      ),
      createGuardrailAnswer(['data', 'security_access'], ['deployment'], 0.1, 0.3),
    ],
    breadth: 0.25,
    speaksFor: [
      strongWordSignal('same bug|defect|mistake again|before|another', 'lint|linter|static analysis'),
      mediumWordSignal(
        'null|nil|undefined|none check|pointer|reference|dereference',
        'missing|forgotten|absent await|null|check|close|index|guard',
        'unhandled|uncaught exception|rejection|error|promise',
        'cannot read property',
        'wrong|mixed unit|type|argument|order',
      ),
      errorNameSignal('NullPointerException', 'TypeError', 'AttributeError', 'KeyError', 'NullReferenceException'),
    ],
    speaksAgainst: [noLinkedChangeSignal],
    steps: [
      'Lay the changes that repaired the episodes side by side, and say in one sentence what they have in common.',
      'Look for a setting of the compiler or an existing rule of the linter that refuses it; write one where there is none.',
      'Run it over the whole code base, and repair or list what it finds.',
      'Make it fail the build for new code from then on.',
    ],
    proof: {
      check: 'Put the defect of one past episode back on a branch: the build has to fail and name the rule.',
      figure: 'Findings of the rule that are left, which may only become fewer.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Defects that cannot be seen in the text of the program.'],
    sources: [otherGuardrailSources.ssdf, dora.tests],
  },
  {
    id: 'concurrency-tests',
    name: 'Tests that force things to happen at once',
    promise: 'Races and deadlocks are provoked in the pipeline in place of waiting for the day they happen.',
    answers: [
      createGuardrailAnswer(
        ['code_defect'],
        ['deployment', 'traffic', 'maintenance', 'time', 'dependency_change'],
        0.25,
        0.6,
      ),
      createGuardrailAnswer(['data'], ['traffic', 'deployment'], 0.15, 0.4),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'race condition|hazard',
        'dead lock',
        'deadlock|livelock',
        'thread|concurrent safe|unsafe|bug|modification|access|update|write',
        'two|both worker|process|request|thread same time|once|row|record',
        'lost update',
      ),
      errorNameSignal('ConcurrentModificationException', 'DeadlockLoserDataAccessException'),
      weakWordSignal('mutex|semaphore|atomic'),
    ],
    speaksAgainst: [mediumWordSignal('exclusive|table lock migration|alter')],
    steps: [
      'Write down what may happen at the same time to the same data, and what has to be true afterwards.',
      'Run each pair against each other in a test, thousands of times, with pauses put in at the places that matter.',
      'Turn on the race detector of the language in the test run, and let it fail the build.',
      'Take locks in one order everywhere, and give each wait for a lock a limit.',
    ],
    proof: {
      check: 'Take one lock out on a branch: a test has to fail within a few minutes.',
      figure: 'Deadlocks and lost updates that the database or the runtime reports, per week.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['Orders of events between several services that no test plays.'],
    sources: [otherGuardrailSources.goRaces, sreBook.testing],
  },
  {
    id: 'idempotency-keys',
    name: 'Idempotency keys',
    promise: 'Doing the same thing twice has the effect of doing it once.',
    answers: [
      createGuardrailAnswer(
        ['code_defect'],
        ['deployment', 'traffic', 'dependency_change', 'hardware', 'maintenance'],
        0.4,
        0.8,
      ),
      createGuardrailAnswer(
        ['data', 'dependency'],
        ['deployment', 'traffic', 'dependency_change', 'maintenance'],
        0.3,
        0.6,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'idempotent',
        'duplicate|double|twice charge|order|payment|booking|email|mail|message|row|invoice|label|refund|sent|processed|request|event|delivery|created',
        'retry|redelivery|replay|redelivered twice|again|duplicate|second|double',
        'exactly once',
      ),
      weakWordSignal('dedupe|deduplicate', 'at least once'),
    ],
    speaksAgainst: [],
    steps: [
      'Let the caller give each action a key that stays the same over all its tries.',
      'Record the key and the effect in one transaction, and answer a known key with the stored answer.',
      'Refuse the same key with another content, and say how long keys are kept.',
      'Do the same for messages: the id of the message is the key, and the consumer records it with its effect.',
    ],
    proof: {
      check:
        'Send each request of a test run twice, also at the same time: the totals have to be those of sending it once.',
      figure: 'Duplicates that reconciliation finds each day.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['Two different requests that mean the same thing.', 'Effects at partners that take no key.'],
    sources: [amazonBuildersLibrary.idempotency, rfc.http, azureArchitecturePages.levelling],
  },
];
