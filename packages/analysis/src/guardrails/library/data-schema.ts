import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataSchemaGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'expand-and-contract',
    name: 'Schema changes in two steps',
    promise: 'A schema always fits the version that runs and the one that is coming, so that either can go back.',
    answers: [
      preventsShareOfFailures(['data', 'process', 'code_defect'], ['deployment', 'maintenance'], 0.3, 0.6),
      preventsShareOfFailures(['capacity', 'configuration'], ['deployment', 'maintenance'], 0.15, 0.35),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'column|table|constraint dropped|renamed|missing|removed',
        'migration schema|column|table|failed|order|before|after|broke|rollback|incompatible|irreversible',
        'unknown|undefined|invalid column|relation|table',
        'old|previous version|code column|schema|table',
        'roll|rollback back schema|migration|column',
      ),
      guardrailSignal.paths('migrat', 'schema', '.sql', 'flyway', 'liquibase', 'alembic'),
      guardrailSignal.failureKind('failed_deployment'),
    ],
    steps: [
      'Add what is new first, in a form that the running version ignores, and release that alone.',
      'Write to both forms, fill the old rows in small portions, and compare.',
      'Read from the new form once they agree, and wait until going back is out of the question.',
      'Remove the old form last, in a release of its own.',
      'Let the pipeline refuse a release that both removes a column and stops using it.',
    ],
    check:
      'Run the tests of the released version against the new schema, and those of the new version against the old one: both have to pass.',
    figure: 'Releases that could not be taken back because of their schema, per quarter.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: ['Locks and load while a change runs, which need a limit of their own.'],
    sources: [
      guardrailSources.fowler.parallelChange,
      guardrailSources.dora.databases,
      guardrailSources.amazon.rollback,
    ],
  },
  {
    id: 'migration-lock-timeout',
    name: 'Lock timeout for schema changes',
    promise: 'A schema change that cannot get its lock within seconds gives up, before everybody waits behind it.',
    answers: [
      preventsShareOfFailures(['data', 'process', 'capacity'], ['deployment', 'maintenance'], 0.5, 0.8),
      preventsShareOfFailures(
        ['code_defect', 'configuration', 'infrastructure'],
        ['deployment', 'maintenance'],
        0.2,
        0.6,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      guardrailSignal.strongWords(
        'alter table',
        'lock timeout|wait|migration|table|alter|ddl|exclusive',
        'lock|blocked table|migration|ddl|schema|alter|index|writes',
        'access exclusive|accessexclusivelock|locknotavailable',
        'create|add|adding|build index|constraint|column lock|block|concurrently|exclusive',
        'migration|ddl long|running|killed|cancelled|stuck|timed|minutes|busy',
        'metadata lock',
        'index concurrently',
      ),
      guardrailSignal.paths('migrat', 'flyway', 'liquibase', 'alembic', '.sql'),
      guardrailSignal.failureKind('failed_deployment'),
    ],
    steps: [
      'Set a lock timeout of a few seconds and a statement timeout for every schema change, in the tool that runs them.',
      'Try again a few times with a pause, then give up and leave everything as it was.',
      'Let a linter refuse statements that rewrite or lock a large table, and name the harmless form.',
      'Build indexes without blocking writers, and check constraints in a second step.',
      'Run changes in a step of their own, before the release and not while it starts.',
    ],
    check:
      'Hold a row of the table in an open transaction in a test and start the change: it has to give up within seconds, and others must not have waited longer than that.',
    figure: 'Longest wait for a lock during a schema change, per week.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['Changes that get their lock at once and then keep it for long.'],
    sources: [
      guardrailSources.postgresql.timeouts,
      guardrailSources.postgresql.locking,
      guardrailSources.postgresql.alterTable,
    ],
  },
  {
    id: 'rate-limited-backfills',
    name: 'Backfills and bulk jobs at a pace',
    promise: 'Bulk work gives way to users, and can be stopped and taken up again at any row.',
    answers: [
      preventsShareOfFailures(['data', 'capacity', 'process'], ['maintenance', 'deployment', 'time'], 0.3, 0.6),
      preventsShareOfFailures(['infrastructure', 'code_defect'], ['maintenance', 'time', 'deployment'], 0.15, 0.4),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'backfill',
        'bulk|mass|batch update|delete|insert|import|job|load|write|copy|export overload|slow|lag|lock|cpu|io|saturated|replication|database|queue',
        'reindex|re-index|reprocess|replay load|cluster|queue|all|slow|saturated',
        'one|single|huge|large transaction rows|million',
        'million rows update|delete|copy|lock|transaction',
      ),
      guardrailSignal.weakWords('batch job|size', 'replication lag after|during|job'),
    ],
    steps: [
      'Cut bulk work into portions of a second or less, each a transaction of its own.',
      'Pause after each portion for as long as it took, and longer while latency or replication delay is high.',
      'Record how far it has come, so that it can be stopped and go on.',
      'Give it a pool of connections and a priority of its own.',
      'Try it on a copy with real volumes, and write down how long it will take.',
    ],
    check:
      'Run the job against a loaded copy: latency for users must stay within its target, and stopping must take less than five seconds.',
    figure: 'Latency of users’ requests while bulk jobs run, against the hour before.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Bulk work that is wrong, at whatever pace.'],
    sources: [guardrailSources.sreWorkbook.pipelines, guardrailSources.postgresql.locking],
  },
  {
    id: 'event-schema-compatibility',
    name: 'Compatibility of stored and sent records',
    promise: 'A record that was written today can be read by every version that may meet it.',
    answers: [
      preventsShareOfFailures(['data'], ['deployment', 'dependency_change', 'config_push', 'traffic'], 0.3, 0.7),
      preventsShareOfFailures(['code_defect', 'process', 'dependency'], ['deployment', 'dependency_change'], 0.2, 0.5),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'schema registry|evolution|incompatible|compatibility|mismatch|changed',
        'avro|protobuf|thrift|parquet',
        'deserialize|deserialise|unmarshal|decode|parse|unreadable message|event|record|payload|entry',
        'event|message|record|topic format|schema|field|version changed|missing|unknown|new|old|required|renamed',
        'enum unknown|new|value',
        'field missing|null|required|removed event|message|record|entry|payload|json',
      ),
      guardrailSignal.errorNames(
        'SerializationException',
        'InvalidProtocolBufferException',
        'UnrecognizedPropertyException',
        'JsonParseException',
      ),
      guardrailSignal.paths('.avsc', '.proto', 'schemas/', 'events/'),
    ],
    steps: [
      'Write a schema for each kind of record that is stored or sent, and keep all versions of it.',
      'Let the pipeline refuse a version that the reader before it cannot read, or that cannot read what was written before.',
      'Make new fields optional with a default, and never give an old name a new meaning.',
      'Upgrade readers before writers.',
      'Test with records from production, people’s data taken out, of every version that still exists.',
    ],
    check: 'Make an optional field required on a branch: the check has to refuse it.',
    figure: 'Records per day that a consumer could not read.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Records that fit the schema and are wrong.'],
    sources: [guardrailSources.other.schemaEvolution, guardrailSources.amazon.rollback],
  },
];
