import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const capacityLimitGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'connection-pool-limits',
    name: 'Right-sized connection pools',
    promise: 'All instances together never open more connections than the database accepts.',
    prevents: [preventsMechanisms(['connections-exhausted'], 0.45, 0.8)],
    knownAs: ['connection pooler|proxy', 'pgbouncer'],
    answers: [
      preventsShareOfFailures(['capacity'], ['deployment', 'traffic', 'config_push', 'maintenance'], 0.4, 0.8),
      preventsShareOfFailures(
        ['configuration', 'code_defect', 'infrastructure'],
        ['deployment', 'traffic', 'config_push'],
        0.2,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'connection pool exhausted|timeout|timed|full|size|starved|leak|limit|empty|depleted',
        'pool exhausted|starved|depleted|timeout|checkout|acquire',
        'too many connections|clients',
        'max|maximum connections',
        'max_connections|toomanyconnections|hikaripool|pgbouncer',
        'connection slots|leak|limit|remaining|refused database|db|postgres|mysql',
      ),
      guardrailSignal.mediumWords('connections database|db', 'idle transaction', 'pool'),
      guardrailSignal.paths('pool', 'hikari', 'pgbouncer'),
    ],
    steps: [
      'Multiply the number of instances at full scale, including the extra ones during a rollout, by the pool size, and add jobs and consoles.',
      'Set the pool size centrally so that the sum stays below the database’s connection limit.',
      'Add a connection pooler if the sum exceeds the limit.',
      'Set a timeout for acquiring a connection and a maximum duration for transactions.',
      'Check the calculation in the pipeline when the number of instances or workers changes.',
    ],
    check:
      'Scale a test environment to its maximum during a rollout. No request may wait for a connection for longer than the timeout.',
    figure: 'Connections in use in the busiest minute, as a share of the database’s limit.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not prevent slow queries from holding their connections too long.',
        mechanisms: ['slow-queries', 'migration-lock'],
      },
      { statement: 'It does not close connections that the code leaves open.', mechanisms: ['resource-leak'] },
    ],
    sources: [guardrailSources.postgresql.connections, guardrailSources.other.releaseIt],
  },
  {
    id: 'bounded-queues',
    name: 'Bounded queues and bulkheads',
    promise: 'A slow dependency or a burst of work fills only its own bounded queue or thread pool.',
    prevents: [
      preventsMechanisms(['handles-exhausted'], 0.25, 0.55),
      preventsMechanisms(['backlog'], 0.1, 0.35),
      preventsMechanisms(['dependency-slow', 'connections-exhausted'], 0.2, 0.45),
    ],
    knownAs: ['bulkhead', 'bounded queue|queues'],
    answers: [
      preventsShareOfFailures(['capacity', 'dependency'], ['traffic', 'dependency_change', 'deployment'], 0.2, 0.5),
      preventsShareOfFailures(
        ['code_defect', 'infrastructure', 'configuration'],
        ['traffic', 'deployment', 'hardware'],
        0.1,
        0.35,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'thread|worker|executor pool exhausted|blocked|full|starved|starvation|stuck',
        'queue unbounded|full|grow|grew|memory|backlog|depth',
        'all|every thread|worker waiting|blocked|busy|hung|stuck|occupied',
        'backpressure|back pressure',
        'event loop blocked|lag',
      ),
      guardrailSignal.mediumWords(
        'slow dependency|downstream|backend blocked|held|occupied thread|worker|request',
        'concurrency limit|unlimited',
      ),
    ],
    steps: [
      'List all places where work waits: queues, thread pools, connection pools and buffers.',
      'Limit each to a few seconds of work, and define what happens when the limit is reached.',
      'Give each dependency its own small thread or connection pool.',
      'Record the age of the oldest waiting item, and alert on it.',
    ],
    check: 'Delay one dependency by a minute in a test. Requests that do not need it must stay as fast as before.',
    figure: 'Age of the oldest waiting item in each queue.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: ['It does not help with a capacity shortage that affects all work equally.'],
    sources: [guardrailSources.azure.bulkhead, guardrailSources.amazon.queues, guardrailSources.other.releaseIt],
  },
  {
    id: 'memory-limits',
    name: 'Resource requests and limits',
    promise: 'No workload can take the memory or CPU that other workloads need.',
    prevents: [
      preventsMechanisms(['memory-exhausted', 'overcommitted-nodes'], 0.35, 0.65),
      preventsMechanisms(['own-workload-overload', 'cpu-saturated'], 0.1, 0.35),
    ],
    knownAs: ['memory limit|limits set|configured'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'deployment', 'config_push', 'time'], 0.3, 0.6),
      preventsShareOfFailures(
        ['infrastructure', 'configuration', 'code_defect'],
        ['traffic', 'deployment', 'config_push'],
        0.15,
        0.45,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'oom|oomkill',
        'out memory',
        'outofmemoryerror',
        'memory limit|exceeded|request|exhausted|full|spike|allocation',
        'heap space|full|exhausted|size',
      ),
      guardrailSignal.errorNames('OOMKilled', 'OutOfMemoryError', 'exit 137', 'ENOMEM'),
      guardrailSignal.weakWords('evicted', 'gc|garbage pause|collection', 'swap'),
    ],
    speaksAgainst: [
      guardrailSignal.mediumWords('bounds memory|read|write|access'),
      guardrailSignal.mediumWords(
        'no|missing|without|unlimited|unbounded size limit|cap|maximum',
        'whole|entire file|result|export|sheet read|loaded|memory',
      ),
      guardrailSignal.mediumWords('leak'),
      guardrailSignal.mediumWords('memory grow slowly|hours|days|steadily'),
    ],
    steps: [
      'Measure the memory and CPU usage of each workload at its busiest, and set its requests and limits accordingly.',
      'Pass the memory limit to the runtime, so that it collects garbage before the process is killed.',
      'Reserve headroom on each node, so that other workloads are not evicted.',
      'Alert when a workload exceeds 85 % of its memory limit.',
    ],
    check:
      'Send several inputs of the maximum size at the same time. Memory must stay below the limit, and no other workload may be evicted.',
    figure: 'Out-of-memory kills per week.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not stop a slow memory leak, which reaches any limit eventually.',
        mechanisms: ['resource-leak'],
      },
    ],
    sources: [guardrailSources.kubernetes.resources, guardrailSources.kubernetes.pressure],
  },
  {
    id: 'input-size-limits',
    name: 'Size limits and streaming for inputs',
    promise: 'An oversized file, request or batch is rejected or read in parts, so that it never fills the memory.',
    prevents: [preventsMechanisms(['memory-exhausted'], 0.4, 0.75)],
    knownAs: ['upload|file|payload|request|batch size limit|limits set|enforced|configured'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'dependency_change'], 0.2, 0.5),
      preventsShareOfFailures(['code_defect', 'data'], ['traffic', 'dependency_change'], 0.1, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'no|missing|without|unlimited|unbounded size|length limit|limits|cap|maximum',
        'large|huge|big|giant|oversized file|upload|payload|export|import|document|request|response|message|sheet|attachment memory|heap|whole|loaded|crash|killed|lines|rows|gb|mb',
        'whole|entire file|result|table|document|export|sheet memory|read|loaded',
        'read|load|loads|loaded it|file|everything whole|once',
      ),
    ],
    speaksAgainst: [
      guardrailSignal.mediumWords('leak'),
      guardrailSignal.mediumWords('memory grow slowly|hours|days|steadily'),
    ],
    steps: [
      'List every place where data enters: uploads, imports, request bodies, messages, and results of queries and other services.',
      'Set a maximum size and a maximum number of rows for each place, and reject larger input with a message that names the limit.',
      'Read files, results and archives as streams or in pages, and never hold the whole input in memory.',
      'Offer a way for legitimate large input, such as upload in parts or an asynchronous import.',
      'Alert when an input exceeds 80 % of its limit, before customers reach it.',
    ],
    check:
      'Send an input of ten times the maximum size to each entry point in a test environment. It must be rejected, and the memory must stay below its limit.',
    figure: 'Largest accepted input as a share of the memory limit.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      'It does not stop many small inputs at the same time from filling the memory.',
      {
        statement: 'It does not stop a slow memory leak.',
        mechanisms: ['resource-leak'],
      },
    ],
    sources: [guardrailSources.owasp.denialOfService, guardrailSources.owasp.input],
  },
  {
    id: 'memory-growth-watch',
    name: 'Leak detection by alerts and soak tests',
    promise: 'A leak of memory, file handles or threads is reported days before the limit is reached.',
    prevents: [
      preventsMechanisms(['resource-leak'], 0.4, 0.7),
      preventsMechanisms(['handles-exhausted'], 0.15, 0.35),
      preventsMechanisms(['memory-exhausted'], 0.1, 0.3),
    ],
    knownAs: ['soak test|tests', 'leak detection'],
    answers: [
      preventsShareOfFailures(
        ['code_defect', 'dependency'],
        ['deployment', 'dependency_change', 'time', 'traffic'],
        0.3,
        0.6,
      ),
      preventsShareOfFailures(['capacity'], ['time', 'deployment', 'dependency_change', 'traffic'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'memory|heap|handle|descriptor|goroutine|connection|thread|socket leak',
        'resource leak',
        'memory|heap|rss|usage grow|grew|climb|creep|increase|rise steadily|slowly|constantly|over|hour|day|until|without',
        'restart every|daily|nightly|hours memory|helps',
      ),
      guardrailSignal.weakWords('heap dump', 'profile'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('data|credential|token|route|secret|information leak')],
    steps: [
      'Record memory, open file handles and threads of each instance, together with its version.',
      'Fit a trend over six hours, and warn when it will reach the limit within two days.',
      'Run each release candidate under constant load for a few hours, and compare its growth with that of the previous release.',
      'Make it possible to take a heap profile of a running instance, and take one automatically when the warning fires.',
    ],
    check: 'Run a build that leaks one kilobyte per request. The soak test must fail.',
    figure: 'Hours until the worst instance reaches the limit at its current growth rate.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not catch sudden growth caused by one large input.',
        phrases: ['large|huge|big file|upload|payload|request|query memory|heap|oom'],
      },
    ],
    sources: [guardrailSources.sreBook.monitoring, guardrailSources.sreBook.testing],
  },
  {
    id: 'disk-space-guard',
    name: 'Disk-space alerts and log rotation',
    promise:
      'No disk fills up unnoticed: old data is deleted automatically, and the team is warned days before a disk is full.',
    prevents: [preventsMechanisms(['disk-full'], 0.5, 0.85), preventsMechanisms(['storage-failed'], 0.05, 0.15)],
    knownAs: ['log rotation', 'disk alert|alerts'],
    answers: [
      preventsShareOfFailures(
        ['capacity', 'infrastructure'],
        ['time', 'traffic', 'deployment', 'config_push', 'maintenance'],
        0.4,
        0.8,
      ),
      preventsShareOfFailures(
        ['configuration', 'process', 'code_defect', 'data'],
        ['time', 'config_push', 'deployment', 'maintenance'],
        0.25,
        0.6,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'disk|volume|filesystem|partition|storage full|filled|space|usage|100|exhausted|ran|pressure',
        'no space left|device',
        'enospc|diskpressure|inode',
        'log|wal|dump|tmp|temp|file|retention|old disk|volume|space|grow|grew|filled|pile|rotate|purged',
        'retention|cleanup|purge|vacuum|compaction job|stopped|stalled|stuck|disabled|behind',
      ),
      guardrailSignal.errorNames('ENOSPC'),
    ],
    steps: [
      'Set a maximum age or size for everything that is written: logs, dumps, temporary files and old partitions.',
      'Move logs to a separate volume, and limit how much one program may write.',
      'Warn four days before a disk will be full at its current growth rate, and page one day before.',
      'Alert when the clean-up did not run or freed no space.',
      'Enable automatic volume growth up to a maximum where the platform supports it.',
    ],
    check:
      'Fill a test volume at the rate of debug logging. The warning must arrive before the volume is full, and the service must keep working.',
    figure: 'Hours until the fullest disk has no space left at its current growth rate.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not catch a write that fills the disk within minutes, unless the program’s output is limited.',
    ],
    sources: [guardrailSources.kubernetes.pressure, guardrailSources.sreBook.monitoring],
  },
  {
    id: 'query-plan-check',
    name: 'Query budget and plan checks',
    promise: 'A query that reads far more rows than it returns fails the build.',
    prevents: [preventsMechanisms(['slow-queries'], 0.4, 0.7), preventsMechanisms(['inefficient-code'], 0.1, 0.3)],
    knownAs: ['query plan check', 'slow query log|alert'],
    answers: [
      preventsShareOfFailures(['code_defect', 'capacity'], ['deployment', 'traffic', 'time'], 0.3, 0.6),
      preventsShareOfFailures(
        ['data', 'infrastructure', 'configuration'],
        ['deployment', 'traffic', 'maintenance', 'time'],
        0.15,
        0.45,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'slow|expensive|heavy|inefficient|unoptimized|unindexed|long query|sql',
        'missing|dropped|no|without|unused index',
        'full|sequential|seq|table scan',
        'query plan|planner|per|each row|item|entity',
        'query loop|thousands|hundreds',
        'explain analyze|plan',
        'statistics|analyze stale|outdated|table',
      ),
      guardrailSignal.mediumWords('database cpu|load query', 'orm lazy|eager|loading', 'statement timeout'),
      guardrailSignal.paths('queries', 'repository/', '.sql', 'dao'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('lock alter|migration|ddl')],
    steps: [
      'Fill a test database with as many anonymised rows as production has.',
      'Count the queries and rows read per request in the tests, and fail the build above a budget.',
      'Check the plan of each new or changed query, and reject full scans of large tables.',
      'Set a statement timeout in production, and send the slowest queries to their owning teams each week.',
    ],
    check: 'Drop an index on a branch. The test must fail and name the query.',
    figure: 'Rows read per row returned, for the ten most expensive queries.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch a query plan that changes because the data has changed.'],
    sources: [guardrailSources.postgresql.explain, guardrailSources.other.releaseIt],
  },
];
