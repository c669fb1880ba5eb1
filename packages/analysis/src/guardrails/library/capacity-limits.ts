import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  errorNameSignal,
  mediumEffort,
  mediumWordSignal,
  pathSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import {
  amazonBuildersLibrary,
  azureArchitecturePages,
  kubernetesDocs,
  otherGuardrailSources,
  postgresqlDocs,
  sreBook,
} from './sources.ts';

export const capacityLimitGuardrails: readonly Guardrail[] = [
  {
    id: 'connection-pool-limits',
    name: 'Connection pools that add up',
    promise: 'All instances together never ask for more connections than the database gives.',
    answers: [
      createGuardrailAnswer(['capacity'], ['deployment', 'traffic', 'config_push', 'maintenance'], 0.4, 0.8),
      createGuardrailAnswer(
        ['configuration', 'code_defect', 'infrastructure'],
        ['deployment', 'traffic', 'config_push'],
        0.2,
        0.6,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'connection pool exhausted|timeout|timed|full|size|starved|leak|limit|empty|depleted',
        'pool exhausted|starved|depleted|timeout|checkout|acquire',
        'too many connections|clients',
        'max|maximum connections',
        'max_connections|toomanyconnections|hikaripool|pgbouncer',
        'connection slots|leak|limit|remaining|refused database|db|postgres|mysql',
      ),
      mediumWordSignal('connections database|db', 'idle transaction', 'pool'),
      pathSignal('pool', 'hikari', 'pgbouncer'),
    ],
    speaksAgainst: [],
    steps: [
      'Add up: instances at full scale, during a rollout, times the size of each pool, plus jobs and consoles.',
      'Divide what the database gives by that, and set the size of each pool from one place.',
      'Put a proxy that shares connections in front where the sum does not fit.',
      'Give each wait for a connection a short limit, and each transaction a longest time.',
      'Let the pipeline do the sum again when the number of instances or workers changes.',
    ],
    proof: {
      check:
        'Scale a test environment to its ceiling while a rollout runs: no request may wait for a connection longer than the limit.',
      figure: 'Connections in use at the busiest minute, as a share of what the database gives.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Queries that hold their connection because they are slow.'],
    sources: [postgresqlDocs.connections, otherGuardrailSources.releaseIt],
  },
  {
    id: 'bounded-queues',
    name: 'Bounded queues, threads and bulkheads',
    promise: 'Waiting work has a limit in each place, so that one slow thing does not fill everything.',
    answers: [
      createGuardrailAnswer(['capacity', 'dependency'], ['traffic', 'dependency_change', 'deployment'], 0.2, 0.5),
      createGuardrailAnswer(
        ['code_defect', 'infrastructure', 'configuration'],
        ['traffic', 'deployment', 'hardware'],
        0.1,
        0.35,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      strongWordSignal(
        'thread|worker|executor pool exhausted|blocked|full|starved|starvation|stuck',
        'queue unbounded|full|grow|grew|memory|backlog|depth',
        'all|every thread|worker waiting|blocked|busy|hung|stuck|occupied',
        'backpressure|back pressure',
        'event loop blocked|lag',
      ),
      mediumWordSignal(
        'slow dependency|downstream|backend blocked|held|occupied thread|worker|request',
        'concurrency limit|unlimited',
      ),
    ],
    speaksAgainst: [],
    steps: [
      'List every place where work waits: queues, thread pools, connection pools, buffers.',
      'Give each a limit that is worth no more than a few seconds of work, and say what happens when it is full.',
      'Give each dependency its own small pool, so that a slow one cannot take all threads.',
      'Measure the age of the oldest waiting item, and alarm on it.',
    ],
    proof: {
      check:
        'Make one dependency answer after a minute in a test: requests that do not need it have to stay as fast as before.',
      figure: 'Age of the oldest waiting item in each queue.',
    },
    effort: mediumEffort(3, 7),
    doesNotCatch: ['A shortage that is the same everywhere.'],
    sources: [azureArchitecturePages.bulkhead, amazonBuildersLibrary.queues, otherGuardrailSources.releaseIt],
  },
  {
    id: 'memory-limits',
    name: 'Memory limits that fit, and sizes that are bounded',
    promise: 'No single input or process takes the memory of its neighbours.',
    answers: [
      createGuardrailAnswer(['capacity'], ['traffic', 'deployment', 'config_push', 'time'], 0.3, 0.6),
      createGuardrailAnswer(
        ['infrastructure', 'configuration', 'code_defect'],
        ['traffic', 'deployment', 'config_push'],
        0.15,
        0.45,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'oom|oomkill',
        'out memory',
        'outofmemoryerror',
        'memory limit|exceeded|request|exhausted|full|spike|allocation',
        'heap space|full|exhausted|size',
        'large|huge|big|giant file|upload|payload|export|import|document|request|response|message memory|heap|whole|loaded|crash|killed',
        'whole|entire file|result|table memory',
      ),
      errorNameSignal('OOMKilled', 'OutOfMemoryError', 'exit 137', 'ENOMEM'),
      weakWordSignal('evicted', 'gc|garbage pause|collection', 'swap'),
    ],
    speaksAgainst: [
      mediumWordSignal('bounds memory|read|write|access'),
      mediumWordSignal('leak'),
      mediumWordSignal('memory grow slowly|hours|days|steadily'),
    ],
    steps: [
      'Measure the memory of each program at its busiest, and set what it asks for and what it may take from that.',
      'Tell the runtime its limit, so that it cleans up before the system kills it.',
      'Give each upload, request, answer and page a largest size, and read what is larger in pieces.',
      'Keep room on each machine, so that neighbours are not evicted.',
      'Alarm when a program passes 85 % of its limit.',
    ],
    proof: {
      check:
        'Send the largest input that is allowed, several at once: memory has to stay under the limit, and what is larger has to be refused.',
      figure: 'Programs killed for want of memory, per week.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Slow growth over days, which only takes longer to reach the limit.'],
    sources: [kubernetesDocs.resources, kubernetesDocs.pressure],
  },
  {
    id: 'memory-growth-watch',
    name: 'Watch on slow growth',
    promise: 'A leak of memory, handles or goroutines is seen by its slope, days before it hurts.',
    answers: [
      createGuardrailAnswer(
        ['code_defect', 'dependency'],
        ['deployment', 'dependency_change', 'time', 'traffic'],
        0.3,
        0.6,
      ),
      createGuardrailAnswer(['capacity'], ['time', 'deployment', 'dependency_change', 'traffic'], 0.2, 0.5),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'memory|heap|handle|descriptor|goroutine|connection|thread|socket leak',
        'resource leak',
        'memory|heap|rss|usage grow|grew|climb|creep|increase|rise steadily|slowly|constantly|over|hour|day|until|without',
        'restart every|daily|nightly|hours memory|helps',
      ),
      weakWordSignal('heap dump', 'profile'),
    ],
    speaksAgainst: [mediumWordSignal('data|credential|token|route|secret|information leak')],
    steps: [
      'Record memory, open handles and threads of each instance, with the version that it runs.',
      'Compute the slope over six hours, and warn when it points at the limit within two days.',
      'Run each release candidate under steady load for some hours, and compare its slope with the one before.',
      'Keep a way to take a profile of a running instance, and take one by itself when the warning comes.',
    ],
    proof: {
      check: 'Run a build that keeps one kilobyte of each request: the soak run has to fail.',
      figure: 'Hours until the limit at the present slope, for the worst instance.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Sudden growth by one large input.'],
    sources: [sreBook.monitoring, sreBook.testing],
  },
  {
    id: 'disk-space-guard',
    name: 'Disk guard',
    promise: 'Disks are cleaned by rule, warn by their slope, and never fill up with logs.',
    answers: [
      createGuardrailAnswer(
        ['capacity', 'infrastructure'],
        ['time', 'traffic', 'deployment', 'config_push', 'maintenance'],
        0.4,
        0.8,
      ),
      createGuardrailAnswer(
        ['configuration', 'process', 'code_defect', 'data'],
        ['time', 'config_push', 'deployment', 'maintenance'],
        0.25,
        0.6,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'disk|volume|filesystem|partition|storage full|filled|space|usage|100|exhausted|ran|pressure',
        'no space left|device',
        'enospc|diskpressure|inode',
        'log|wal|dump|tmp|temp|file|retention|old disk|volume|space|grow|grew|filled|pile|rotate|purged',
        'retention|cleanup|purge|vacuum|compaction job|stopped|stalled|stuck|disabled|behind',
      ),
      errorNameSignal('ENOSPC'),
    ],
    speaksAgainst: [],
    steps: [
      'Give everything that is written a longest life or a largest size: logs, dumps, temporary files, old partitions.',
      'Put logs on a volume of their own, and limit how much one program may write.',
      'Warn when the present slope fills the disk within four days, and page at one day.',
      'Watch that the clean-up ran and how much it took away, rather than only that it was started.',
      'Grow volumes by themselves where the platform can, with a ceiling.',
    ],
    proof: {
      check:
        'Fill a test volume at the speed of debug logging: the warning has to come first, and the service has to go on.',
      figure: 'Hours until the fullest disk is full, at the present slope.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['A write that fills the disk within minutes, unless it is limited.'],
    sources: [kubernetesDocs.pressure, sreBook.monitoring],
  },
  {
    id: 'query-plan-check',
    name: 'Check of queries and their plans',
    promise: 'A query that reads far more than it returns is found before it meets real volumes.',
    answers: [
      createGuardrailAnswer(['code_defect', 'capacity'], ['deployment', 'traffic', 'time'], 0.3, 0.6),
      createGuardrailAnswer(
        ['data', 'infrastructure', 'configuration'],
        ['deployment', 'traffic', 'maintenance', 'time'],
        0.15,
        0.45,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'slow|expensive|heavy|inefficient|unoptimized|unindexed|long query|sql',
        'missing|dropped|no|without|unused index',
        'full|sequential|seq|table scan',
        'query plan|planner|per|each row|item|entity',
        'query loop|thousands|hundreds',
        'explain analyze|plan',
        'statistics|analyze stale|outdated|table',
      ),
      mediumWordSignal('database cpu|load query', 'orm lazy|eager|loading', 'statement timeout'),
      pathSignal('queries', 'repository/', '.sql', 'dao'),
    ],
    speaksAgainst: [mediumWordSignal('lock alter|migration|ddl')],
    steps: [
      'Fill a test database with as many rows as production has, with people’s data taken out.',
      'Count queries and rows read for each request in the tests, and fail above a budget.',
      'Take the plan of each new or changed query there, and refuse scans of large tables.',
      'Give statements a longest time in production, and list the slowest each week with their owner.',
    ],
    proof: {
      check: 'Take an index away on a branch: the test has to fail and name the query.',
      figure: 'Rows read for each row returned, for the ten costliest queries.',
    },
    effort: mediumEffort(2, 5),
    doesNotCatch: ['A plan that changes by itself when the data changes.'],
    sources: [postgresqlDocs.explain, otherGuardrailSources.releaseIt],
  },
];
