import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  mediumEffort,
  mediumWordSignal,
  seasonSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import {
  amazonBuildersLibrary,
  otherGuardrailSources,
  owasp,
  postgresqlDocs,
  sreBook,
  sreWorkbook,
} from './sources.ts';

export const dataFlowGuardrails: readonly Guardrail[] = [
  {
    id: 'validation-at-ingestion',
    name: 'Validation where data comes in',
    promise: 'What does not fit is refused or set aside at the door, with the reason, and never gets further in.',
    answers: [
      createGuardrailAnswer(['data'], ['traffic', 'dependency_change', 'deployment', 'maintenance', 'time'], 0.25, 0.6),
      createGuardrailAnswer(
        ['code_defect', 'dependency', 'capacity', 'security_access'],
        ['traffic', 'dependency_change'],
        0.15,
        0.4,
      ),
    ],
    breadth: 0.25,
    speaksFor: [
      strongWordSignal(
        'invalid|malformed|bad|corrupt|garbage|dirty data|input|record|row|file|feed|payload|import|upload|csv',
        'no|missing|without validation|check input|data|size|feed|import|file|upload|on',
        'size|length limit|unbounded|maximum upload|file|input|payload|import|row|document',
        'negative|zero|empty|null|duplicate value|price|quantity|row|id|key',
        'encoding|charset|utf|bom|delimiter',
        'feed|import|file|upload partner|supplier|customer|merchant|vendor broken|wrong|huge|large|format|empty',
      ),
      weakWordSignal('csv|xml|excel'),
    ],
    speaksAgainst: [],
    steps: [
      'Write down for each way in what is allowed: types, sizes, ranges, counts, and what has to add up.',
      'Check it there, before anything is stored or queued, and answer with the place and the reason.',
      'Compare each delivery with the ones before: far fewer rows or far more empty fields stop it.',
      'Keep what was refused where its sender and an owner can see it and send it again.',
      'Add the input of each episode as a test.',
    ],
    proof: {
      check: 'Send the input of each past episode to a test environment: it has to be refused with the right reason.',
      figure: 'Share of deliveries that were refused at the door, against those found bad later.',
    },
    effort: mediumEffort(2, 6),
    doesNotCatch: ['Data that is plausible and wrong.'],
    sources: [owasp.input, sreWorkbook.pipelines, sreBook.integrity],
  },
  {
    id: 'dead-letter-queue',
    name: 'Dead-letter queue for poison messages',
    promise: 'One message that cannot be handled is set aside after a few tries, and the rest goes on.',
    answers: [
      createGuardrailAnswer(
        ['data', 'code_defect'],
        ['deployment', 'traffic', 'dependency_change', 'maintenance'],
        0.3,
        0.8,
      ),
      createGuardrailAnswer(
        ['capacity', 'dependency', 'configuration'],
        ['deployment', 'traffic', 'dependency_change'],
        0.1,
        0.4,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'poison message|pill|record|event',
        'dead letter',
        'dlq|deadletter',
        'message|event|record|offset|partition|consumer stuck|blocked|again|redelivered|redelivery|loop|poison|skipped|unreadable|head',
        'consumer|worker crash|restart|loop|dies same|message|record|offset|event|partition',
        'same message|record|event|offset again|retry|forever|loop|times|over',
        'head line blocking',
        'skip|deleted|removed message|offset|record|event',
      ),
      weakWordSignal('consumer|partition|topic|offset|queue lag|stuck|behind'),
    ],
    speaksAgainst: [mediumWordSignal('rebalance|rebalancing')],
    steps: [
      'Give each consumer a largest number of tries, and a longest time for one message.',
      'Put what exceeds them into a queue of its own, with the error and where it came from.',
      'Tell failures of the message from failures of the world: the second kind waits and does not count.',
      'Alarm on the first message there, and give it an owner.',
      'Write and test the command that puts repaired messages back.',
    ],
    proof: {
      check:
        'Put one unreadable message among a thousand in a test: 999 have to be handled and one set aside, within a minute.',
      figure: 'Age of the oldest message that was set aside.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Messages that are handled wrongly without an error.', 'Streams whose order may not be broken.'],
    sources: [otherGuardrailSources.deadLetters, amazonBuildersLibrary.queues],
  },
  {
    id: 'reconciliation-checks',
    name: 'Reconciliation',
    promise:
      'Two records of the same thing are compared each day, and a difference is found before a customer finds it.',
    answers: [
      createGuardrailAnswer(
        ['data', 'code_defect'],
        ['deployment', 'maintenance', 'traffic', 'time', 'dependency_change'],
        0.15,
        0.4,
      ),
      createGuardrailAnswer(['dependency', 'process'], ['dependency_change', 'time', 'maintenance'], 0.1, 0.3),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'inconsistent|mismatch|diverged|discrepancy|differ data|totals|balance|records|counts|state|ledger|replica|index',
        'wrong|incorrect|missing balance|total|amount|invoice|count|statement|price',
        'silently|unnoticed|undetected|weeks|days wrong|corruption|lost|missing|data|dropped',
        'out sync data|index|search|cache|copies',
        'data corruption',
      ),
      mediumWordSignal('customer|support noticed|reported|found wrong|missing|numbers|data'),
    ],
    speaksAgainst: [],
    steps: [
      'Choose what has to agree: money in and out, orders and shipments, rows and search entries.',
      'Compare counts each hour and sums each day, and rows in a sample.',
      'Send each difference to an owner, with both sides and the first moment at which they differed.',
      'Measure how old differences become, and repair the cause rather than the row.',
    ],
    proof: {
      check: 'Change one row by hand in a test environment: the next run has to report exactly that row.',
      figure: 'Hours from the first wrong row until it is reported.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['What both records have wrong in the same way.'],
    sources: [sreBook.integrity, sreBook.pipelines],
  },
  {
    id: 'replication-lag-guard',
    name: 'Guard on replication delay',
    promise: 'Nobody reads from a copy that is too far behind, and heavy writers slow down before it falls behind.',
    answers: [
      createGuardrailAnswer(['capacity', 'data'], ['time', 'traffic', 'maintenance', 'deployment'], 0.3, 0.7),
      createGuardrailAnswer(
        ['infrastructure', 'code_defect', 'configuration', 'process'],
        ['time', 'traffic', 'maintenance', 'hardware', 'deployment'],
        0.15,
        0.5,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'replication|replica|standby|follower|secondary lag|delay|behind|stale|slow|catch|broken|stopped',
        'read stale|old|replica|follower|standby|secondary',
        'stale read|data',
        'wal|replay lag|backlog',
        'wal|binlog|oplog pile|backlog|lag|growing|slot',
        'read own write',
      ),
      seasonSignal('month_end'),
    ],
    speaksAgainst: [],
    steps: [
      'Measure the delay of each copy by a row that is written every second.',
      'Take a copy out of reading when it is further behind than readers can bear, while enough others are left.',
      'Let readers who have just written read from the source, or wait for their own write.',
      'Make bulk writers pause while the delay is above a limit.',
      'Warn at half of that limit.',
    ],
    proof: {
      check: 'Hold one copy back by a minute in a test: no user may see an old value, and no request may fail.',
      figure: 'Longest delay of a copy that was read from, per day.',
    },
    effort: mediumEffort(2, 5),
    doesNotCatch: ['Copies that are up to date and differ.'],
    sources: [postgresqlDocs.standby, sreBook.integrity],
  },
];
