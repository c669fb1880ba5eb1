import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataSchemaGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'expand-and-contract',
    name: 'Expand-and-contract schema changes',
    promise: 'Each database schema works with both the running version of the code and the next one.',
    prevents: [
      preventsMechanisms(['migration-failed'], 0.25, 0.5),
      preventsMechanisms(['wrong-order', 'incompatible-versions'], 0.25, 0.5),
    ],
    knownAs: ['expand contract'],
    answers: [
      preventsShareOfFailures(['data', 'process', 'code_defect'], ['deployment', 'maintenance'], 0.3, 0.6),
      preventsShareOfFailures(['capacity', 'configuration'], ['deployment', 'maintenance'], 0.15, 0.35),
    ],
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
      'Release additions to the schema first, in a form that the running version ignores.',
      'Write to both the old and the new form, backfill old rows in batches, and compare the two.',
      'Read from the new form when both agree, and wait until a rollback is no longer needed.',
      'Remove the old form in a later release of its own.',
      'Make the pipeline reject a release that both removes a column and stops using it.',
    ],
    check:
      'Run the tests of the released version against the new schema, and those of the new version against the old schema. Both must pass.',
    figure: 'Releases per quarter that could not be rolled back because of their schema.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: [
      {
        statement: 'It does not prevent locks and load while a schema change is running.',
        mechanisms: ['migration-lock'],
      },
    ],
    sources: [
      guardrailSources.fowler.parallelChange,
      guardrailSources.dora.databases,
      guardrailSources.amazon.rollback,
    ],
  },
  {
    id: 'migration-lock-timeout',
    name: 'Lock timeouts for schema changes',
    promise:
      'A schema change that cannot get its lock within seconds is cancelled, so that other queries wait no longer than that.',
    prevents: [preventsMechanisms(['migration-lock'], 0.5, 0.8)],
    knownAs: ['lock timeout set|configured'],
    answers: [
      preventsShareOfFailures(['data', 'process', 'capacity'], ['deployment', 'maintenance'], 0.5, 0.8),
      preventsShareOfFailures(
        ['code_defect', 'configuration', 'infrastructure'],
        ['deployment', 'maintenance'],
        0.2,
        0.6,
      ),
    ],
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
      'In the migration tool, set a lock timeout of a few seconds and a statement timeout for all schema changes.',
      'Retry a few times with pauses, then cancel and leave the schema unchanged.',
      'Lint migrations: reject statements that rewrite or lock a large table, and suggest the safe form.',
      'Build indexes concurrently, and validate constraints in a second step.',
      'Run migrations as a separate step before the release instead of during startup.',
    ],
    check:
      'Lock a row of the table in an open transaction and start the change. It must be cancelled within seconds, and no other query may wait longer than that.',
    figure: 'Longest lock wait during a schema change, per week.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['It does not stop changes that get their lock immediately and hold it for a long time.'],
    sources: [
      guardrailSources.postgresql.timeouts,
      guardrailSources.postgresql.locking,
      guardrailSources.postgresql.alterTable,
    ],
  },
  {
    id: 'rate-limited-backfills',
    name: 'Rate-limited bulk jobs',
    promise: 'Bulk jobs slow down when users are affected, and can be stopped and resumed at any time.',
    prevents: [
      preventsMechanisms(['own-workload-overload'], 0.4, 0.7),
      preventsMechanisms(['replication-broken', 'backlog', 'migration-lock'], 0.1, 0.35),
    ],
    knownAs: ['throttled job|backfill'],
    answers: [
      preventsShareOfFailures(['data', 'capacity', 'process'], ['maintenance', 'deployment', 'time'], 0.3, 0.6),
      preventsShareOfFailures(['infrastructure', 'code_defect'], ['maintenance', 'time', 'deployment'], 0.15, 0.4),
    ],
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
      'Split bulk work into batches of at most a second, each in its own transaction.',
      'Pause between batches, and pause longer while latency or replication lag is high.',
      'Store the progress, so that the job can stop and resume.',
      'Give the job its own connection pool and a lower priority.',
      'Run the job on a copy with production volumes first, and record its duration and load.',
    ],
    check:
      'Run the job against a copy under load. User latency must stay within its target, and the job must stop within five seconds of being told to.',
    figure: 'User latency while bulk jobs are running, compared with the hour before.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not stop a bulk job from writing wrong data.',
      {
        statement: 'It does not limit user traffic.',
        phrases: ['users|customers|visitors|bots|crawlers spike|surge|flood|traffic'],
      },
    ],
    sources: [guardrailSources.sreWorkbook.pipelines, guardrailSources.postgresql.locking],
  },
  {
    id: 'event-schema-compatibility',
    name: 'Schema compatibility checks',
    promise: 'Every stored or sent record can be read by all versions that may receive it.',
    prevents: [
      preventsMechanisms(['incompatible-versions'], 0.2, 0.45),
      preventsMechanisms(['unreadable-input'], 0.15, 0.4),
    ],
    knownAs: ['schema registry'],
    answers: [
      preventsShareOfFailures(['data'], ['deployment', 'dependency_change', 'config_push', 'traffic'], 0.3, 0.7),
      preventsShareOfFailures(['code_defect', 'process', 'dependency'], ['deployment', 'dependency_change'], 0.2, 0.5),
    ],
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
      'Define a schema for each kind of stored or sent record, and keep all its versions.',
      'Make the pipeline reject a schema version that older readers cannot read or that cannot read older records.',
      'Make new fields optional with a default, and never change the meaning of a field.',
      'Upgrade readers before writers.',
      'Test with anonymised production records of all existing versions.',
    ],
    check: 'Make an optional field required on a branch. The check must reject it.',
    figure: 'Records per day that a consumer could not read.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: [
      {
        statement: 'It does not catch records that match the schema but contain wrong values.',
        mechanisms: ['bad-data'],
      },
    ],
    sources: [guardrailSources.other.schemaEvolution, guardrailSources.amazon.rollback],
  },
];
