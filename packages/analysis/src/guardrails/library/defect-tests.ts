import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const defectTestGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'generated-input-tests',
    name: 'Property-based tests and fuzzing',
    promise: 'Code that reads external input is tested with thousands of unusual inputs before users send them.',
    prevents: [
      preventsMechanisms(['unreadable-input'], 0.35, 0.65),
      preventsMechanisms(['missing-value', 'endless-loop', 'date-handling'], 0.2, 0.5),
    ],
    knownAs: ['fuzz|fuzzing|fuzzer', 'property based|tests'],
    answers: [
      preventsShareOfFailures(['code_defect'], ['deployment', 'traffic', 'dependency_change', 'time'], 0.15, 0.4),
      preventsShareOfFailures(['data'], ['deployment', 'traffic'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'edge case',
        'malformed|unexpected|invalid|empty|null input|value|payload|character|string crash|panic|error|exception',
      ),
      guardrailSignal.mediumWords(
        'parse|parser error|crash|fail|bug',
        'index|array bound|range',
        'divide|division zero',
        'unicode|emoji|encoding',
        'overflow integer|number|buffer',
        'infinite|endless loop|recursion',
        'regex|regular backtrack|expression',
      ),
      guardrailSignal.errorNames(
        'NullPointerException',
        'IndexOutOfBoundsException',
        'NumberFormatException',
        'RangeError',
        'StackOverflowError',
      ),
    ],
    steps: [
      'Select the functions that parse external input or calculate with money, time or quantities.',
      'Write down properties that always hold, such as “parsing the output returns the input”.',
      'Run a property-based test with thousands of generated inputs on each pull request.',
      'Fuzz the parsers for a few hours each night, and keep each input that crashed one as a test case.',
    ],
    check:
      'Reintroduce the defect behind a past incident on a branch. A property-based test must find it without being given the input.',
    figure: 'Share of input-handling defects that tests found before they reached production.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'It does not catch defects in the interaction between services.',
      'It does not catch violations of properties that nobody wrote down.',
    ],
    sources: [guardrailSources.other.fuzzing, guardrailSources.sreBook.testing],
  },
  {
    id: 'defect-class-rule',
    name: 'Static analysis rule for such defects',
    promise: 'Code with this class of defect fails the build.',
    prevents: [
      preventsMechanisms(['missing-value'], 0.35, 0.65),
      preventsMechanisms(['endless-loop', 'inefficient-code', 'date-handling'], 0.15, 0.4),
    ],
    knownAs: ['lint rule', 'static analysis'],
    answers: [
      preventsShareOfFailures(
        ['code_defect'],
        ['deployment', 'traffic', 'time', 'dependency_change', 'config_push'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['data', 'security_access'], ['deployment'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords('same bug|defect|mistake again|before|another', 'lint|linter|static analysis'),
      guardrailSignal.mediumWords(
        'null|nil|undefined|none check|pointer|reference|dereference',
        'missing|forgotten|absent await|null|check|close|index|guard',
        'unhandled|uncaught exception|rejection|error|promise',
        'cannot read property',
        'wrong|mixed unit|type|argument|order',
      ),
      guardrailSignal.errorNames(
        'NullPointerException',
        'TypeError',
        'AttributeError',
        'KeyError',
        'NullReferenceException',
      ),
    ],
    speaksAgainst: [guardrailSignal.noLinkedChange],
    steps: [
      'Compare the fixes for the past failures, and describe in one sentence what the defects have in common.',
      'Search for a compiler option or an existing linter rule that rejects this defect, such as strict null checks; write a rule if there is none.',
      'Run the rule on the whole code base, and fix or list its findings.',
      'Make the rule fail the build for new code.',
    ],
    check: 'Reintroduce the defect behind a past failure on a branch. The build must fail and name the rule.',
    figure: 'Number of remaining findings of the rule.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not catch defects that cannot be recognised in the source code.'],
    sources: [guardrailSources.other.ssdf, guardrailSources.dora.tests],
  },
  {
    id: 'concurrency-tests',
    name: 'Concurrency tests with a race detector',
    promise: 'Race conditions and deadlocks in tested code fail the build.',
    prevents: [preventsMechanisms(['race-condition'], 0.35, 0.65)],
    knownAs: ['race detector'],
    answers: [
      preventsShareOfFailures(
        ['code_defect'],
        ['deployment', 'traffic', 'maintenance', 'time', 'dependency_change'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['data'], ['traffic', 'deployment'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'race condition|hazard',
        'dead lock',
        'deadlock|livelock',
        'thread|concurrent safe|unsafe|bug|modification|access|update|write',
        'two|both worker|process|request|thread same time|once|row|record',
        'lost update',
      ),
      guardrailSignal.errorNames('ConcurrentModificationException', 'DeadlockLoserDataAccessException'),
      guardrailSignal.weakWords('mutex|semaphore|atomic'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('exclusive|table lock migration|alter')],
    steps: [
      'List the operations that can change the same data at the same time, and what must be true afterwards.',
      'Run each pair of operations concurrently in a test, thousands of times, with random pauses at critical points.',
      'Enable the language’s race detector in the test run, and fail the build on each finding.',
      'Acquire locks in one fixed order, with a timeout for each.',
    ],
    check: 'Remove a lock on a branch. A test must fail within a few minutes.',
    figure: 'Deadlocks and lost updates reported by the database or the runtime, per week.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['It does not catch race conditions between services that no test covers.'],
    sources: [guardrailSources.other.goRaces, guardrailSources.sreBook.testing],
  },
  {
    id: 'idempotency-keys',
    name: 'Idempotency keys',
    promise: 'Processing a request or message twice has the same effect as processing it once.',
    prevents: [
      preventsMechanisms(['race-condition', 'bad-data'], 0.2, 0.5),
      preventsMechanisms(['retry-storm'], 0.05, 0.2),
    ],
    knownAs: ['idempotency key|keys'],
    answers: [
      preventsShareOfFailures(
        ['code_defect'],
        ['deployment', 'traffic', 'dependency_change', 'hardware', 'maintenance'],
        0.4,
        0.8,
      ),
      preventsShareOfFailures(
        ['data', 'dependency'],
        ['deployment', 'traffic', 'dependency_change', 'maintenance'],
        0.3,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'idempotent',
        'duplicate|double|twice charge|order|payment|booking|email|mail|message|row|invoice|label|refund|sent|processed|request|event|delivery|created',
        'retry|redelivery|replay|redelivered twice|again|duplicate|second|double',
        'exactly once',
      ),
      guardrailSignal.weakWords('dedupe|deduplicate', 'at least once'),
    ],
    steps: [
      'Have the caller send a key with each action, and reuse the key for all retries of the action.',
      'Store the key and the effect in one transaction, and answer a known key with the stored response.',
      'Reject a known key with different content, and document how long keys are kept.',
      'Deduplicate messages in the same way: use the message id as the key.',
    ],
    check:
      'Send each request of a test run twice, both sequentially and concurrently. The totals must be the same as after one run.',
    figure: 'Number of duplicates that the daily reconciliation finds.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'It does not recognise two different requests for the same action.',
      'It does not prevent duplicates at partners whose interfaces accept no key.',
    ],
    sources: [guardrailSources.amazon.idempotency, guardrailSources.rfc.http, guardrailSources.azure.levelling],
  },
];
