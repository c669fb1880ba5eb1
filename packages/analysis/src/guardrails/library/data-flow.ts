import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataFlowGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'validation-at-ingestion',
    name: 'Input validation at the boundary',
    promise: 'Invalid data is rejected or quarantined with a reason before it is stored or processed.',
    prevents: [
      preventsMechanisms(['bad-data'], 0.4, 0.7),
      preventsMechanisms(['unreadable-input'], 0.3, 0.55),
      preventsMechanisms(['missing-value', 'data-corrupted'], 0.1, 0.3),
    ],
    knownAs: ['input validation'],
    answers: [
      preventsShareOfFailures(
        ['data'],
        ['traffic', 'dependency_change', 'deployment', 'maintenance', 'time'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(
        ['code_defect', 'dependency', 'capacity', 'security_access'],
        ['traffic', 'dependency_change'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'invalid|malformed|bad|corrupt|garbage|dirty data|input|record|row|file|feed|payload|import|upload|csv',
        'no|missing|without validation|check input|data|size|feed|import|file|upload|on',
        'size|length limit|unbounded|maximum upload|file|input|payload|import|row|document',
        'negative|zero|empty|null|duplicate value|price|quantity|row|id|key',
        'encoding|charset|utf|bom|delimiter',
        'feed|import|file|upload partner|supplier|customer|merchant|vendor broken|wrong|huge|large|format|empty',
      ),
      guardrailSignal.weakWords('csv|xml|excel'),
    ],
    steps: [
      'Define for each input what is allowed: types, sizes, ranges, counts and totals.',
      'Check the input before it is stored or queued, and return the position of each error and the reason for it.',
      'Compare each delivery with earlier ones, and stop if it has far fewer rows or far more empty fields.',
      'Store rejected input where its sender and the owning team can see and resend it.',
      'Add the input that caused each incident as a test case.',
    ],
    check:
      'Send the input that caused each past incident to a test environment. It must be rejected with the right reason.',
    figure: 'Share of invalid deliveries that were rejected at the boundary.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: [
      'It does not catch plausible but wrong data.',
      {
        statement: 'It does not catch valid data that arrives twice.',
        phrases: ['twice|duplicate|duplicated|double request|message|order|event|booking|charge|payment|retry|retried'],
      },
    ],
    sources: [guardrailSources.owasp.input, guardrailSources.sreWorkbook.pipelines, guardrailSources.sreBook.integrity],
  },
  {
    id: 'dead-letter-queue',
    name: 'Dead-letter queue',
    promise:
      'A message that cannot be processed is moved to a separate queue after a few attempts, and the others are processed.',
    prevents: [
      preventsMechanisms(['unreadable-input', 'bad-data'], 0.15, 0.4),
      preventsMechanisms(['backlog'], 0.15, 0.4),
    ],
    knownAs: ['dead letter queue'],
    answers: [
      preventsShareOfFailures(
        ['data', 'code_defect'],
        ['deployment', 'traffic', 'dependency_change', 'maintenance'],
        0.3,
        0.8,
      ),
      preventsShareOfFailures(
        ['capacity', 'dependency', 'configuration'],
        ['deployment', 'traffic', 'dependency_change'],
        0.1,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'poison message|pill|record|event',
        'dead letter',
        'dlq|deadletter',
        'message|event|record|offset|partition|consumer stuck|blocked|again|redelivered|redelivery|loop|poison|skipped|unreadable|head',
        'consumer|worker crash|restart|loop|dies same|message|record|offset|event|partition',
        'same message|record|event|offset again|retry|forever|loop|times|over',
        'head line blocking',
        'skip|deleted|removed message|offset|record|event',
      ),
      guardrailSignal.weakWords('consumer|partition|topic|offset|queue lag|stuck|behind'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('rebalance|rebalancing')],
    steps: [
      'Set a maximum number of attempts and a maximum duration for each message.',
      'Move messages that exceed either maximum to a separate queue, with the error and the origin.',
      'Distinguish faulty messages from an unavailable dependency: wait for the dependency without counting attempts.',
      'Alert on the first message in this queue, and assign it to a team.',
      'Write and test a command that requeues repaired messages.',
    ],
    check:
      'Send one unreadable message among a thousand in a test. The others must be processed within a minute, and the unreadable one must be in the dead-letter queue.',
    figure: 'Age of the oldest message in the dead-letter queue.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not catch messages that are processed wrongly without an error.',
      'It does not suit streams that must keep their order.',
    ],
    sources: [guardrailSources.other.deadLetters, guardrailSources.amazon.queues],
  },
  {
    id: 'reconciliation-checks',
    name: 'Data reconciliation checks',
    promise: 'A difference between two records of the same fact is reported within a day.',
    prevents: [
      preventsMechanisms(['data-corrupted'], 0.25, 0.55),
      preventsMechanisms(['bad-data', 'data-lost'], 0.15, 0.4),
    ],
    knownAs: ['reconciliation'],
    answers: [
      preventsShareOfFailures(
        ['data', 'code_defect'],
        ['deployment', 'maintenance', 'traffic', 'time', 'dependency_change'],
        0.15,
        0.4,
      ),
      preventsShareOfFailures(['dependency', 'process'], ['dependency_change', 'time', 'maintenance'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'inconsistent|mismatch|diverged|discrepancy|differ data|totals|balance|records|counts|state|ledger|replica|index',
        'wrong|incorrect|missing balance|total|amount|invoice|count|statement|price',
        'silently|unnoticed|undetected|weeks|days wrong|corruption|lost|missing|data|dropped',
        'out sync data|index|search|cache|copies',
        'data corruption',
      ),
      guardrailSignal.mediumWords('customer|support noticed|reported|found wrong|missing|numbers|data'),
    ],
    steps: [
      'Choose what must agree: payments in and out, orders and shipments, rows and search entries.',
      'Compare counts hourly, totals daily, and a sample of rows.',
      'Send each difference to the owning team, with both values and the time of the first difference.',
      'Measure the age of differences, and fix their cause, not only the row.',
    ],
    check: 'Change one row by hand in a test environment. The next run must report exactly this row.',
    figure: 'Hours from the first wrong row until it is reported.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['It does not catch errors that both records contain.'],
    sources: [guardrailSources.sreBook.integrity, guardrailSources.sreBook.pipelines],
  },
  {
    id: 'replication-lag-guard',
    name: 'Replication-lag limits',
    promise: 'No reader uses a replica that is too far behind, and bulk writers pause before replicas fall behind.',
    prevents: [preventsMechanisms(['replication-broken'], 0.4, 0.7)],
    knownAs: ['lag alert|alerts', 'replication alert|alerts|monitoring'],
    answers: [
      preventsShareOfFailures(['capacity', 'data'], ['time', 'traffic', 'maintenance', 'deployment'], 0.3, 0.7),
      preventsShareOfFailures(
        ['infrastructure', 'code_defect', 'configuration', 'process'],
        ['time', 'traffic', 'maintenance', 'hardware', 'deployment'],
        0.15,
        0.5,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'replication|replica|standby|follower|secondary lag|delay|behind|stale|slow|catch|broken|stopped',
        'read stale|old|replica|follower|standby|secondary',
        'stale read|data',
        'wal|replay lag|backlog',
        'wal|binlog|oplog pile|backlog|lag|growing|slot',
        'read own write',
      ),
      guardrailSignal.season('month_end'),
    ],
    steps: [
      'Measure the lag of each replica with a row that is written every second.',
      'Stop reading from a replica whose lag exceeds the limit, as long as enough others remain.',
      'Read from the primary after a write, or wait until the replica has received the write.',
      'Pause bulk writers while the lag is above a limit.',
      'Warn at half the limit.',
    ],
    check: 'Delay one replica by a minute in a test. No user may see an old value, and no request may fail.',
    figure: 'Longest lag of a replica that was read from, per day.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch replicas that are up to date but contain different data.'],
    sources: [guardrailSources.postgresql.standby, guardrailSources.sreBook.integrity],
  },
];
