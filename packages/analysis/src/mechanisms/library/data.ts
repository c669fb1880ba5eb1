import type { Mechanism } from '../mechanism.ts';

export const dataMechanisms: readonly Mechanism[] = [
  {
    id: 'migration-lock',
    name: 'Migration locks tables',
    clause: 'a migration locks tables of …',
    cause: 'data',
    trigger: 'deployment',
    phrases: [
      'migration|migrations|alter|schema lock|locks|locked|locking|blocked|blocking|timeout|timed',
      'lock|locks table|tables migration|migrations|alter|index|ddl|backfill',
      'exclusive lock|accessexclusivelock',
    ],
  },
  {
    id: 'migration-failed',
    name: 'Schema migration failed',
    clause: 'a schema migration of … fails',
    cause: 'data',
    trigger: 'deployment',
    phrases: [
      'migration|migrations|migrate|flyway|alembic|liquibase failed|failing|fails|failure|error|errors|broke|broken|half|partially|incomplete|irreversible|table',
      'schema|database|db change|migration|upgrade failed|broke|error|incompatible|mismatch|caused',
      'migration|migrations dropped|drops|deleted|truncated column|columns|table|tables|row|rows|data',
      'column|columns|table|tables|constraint missing|exist|already|unknown|violates|violated|violation|null',
      'undefinedtable|undefinedcolumn|programmingerror|integrityerror|notnullviolation',
    ],
  },
  {
    id: 'data-corrupted',
    name: 'Data corrupted',
    clause: 'data of … are corrupted',
    cause: 'data',
    trigger: 'unknown',
    phrases: [
      'corrupt|corrupted|corruption|inconsistent|inconsistency data|database|index|indexes|record|records|file|files|table|state|row|rows|block|wal|log',
      'data|database integrity|corruption|inconsistency|inconsistencies|corrupted',
      'checksum|checksums mismatch|failed|error|wrong',
    ],
    hints: ['corrupt|corrupted|corruption'],
  },
  {
    id: 'bad-data',
    name: 'Bad data accepted',
    clause: '… accepts bad data',
    isGeneral: true,
    cause: 'data',
    trigger: 'unknown',
    phrases: [
      'bad|malformed|dirty|corrupt|unexpected data|record|records|row|rows|message|feed|metadata',
      'poison|poisonous|toxic message|messages|pill|record',
      'duplicate|duplicated|duplicates record|records|row|rows|key|keys|entries|entry|events|data|id|ids',
      'stale|outdated|old data|index|record|records|replica|snapshot',
    ],
  },
  {
    id: 'data-lost',
    name: 'Data lost',
    clause: 'data of … are lost',
    isGeneral: true,
    cause: 'data',
    trigger: 'unknown',
    phrases: [
      'data|records|rows lost|loss|lose|losing|gone|unrecoverable',
      'deleted|dropped|truncated|overwritten|wiped table|tables|database|rows|records|data|bucket|collection|index',
      'backup|backups|restore|snapshot|snapshots failed|missing|broken|corrupt|never|empty|old|incomplete|policy',
    ],
  },
  {
    id: 'replication-broken',
    name: 'Replication broken',
    clause: 'replication of … stops or lags',
    cause: 'data',
    trigger: 'unknown',
    phrases: [
      'replication|replica|replicas|standby|follower|secondary lag|lagging|broke|broken|stopped|failed|failing|behind|delay|delayed|stuck|slot|sync',
    ],
  },
  {
    id: 'index-unusable',
    name: 'Search index unusable',
    clause: 'the search index of … becomes unusable',
    cause: 'data',
    trigger: 'unknown',
    phrases: [
      'index|indices|indexes|mapping|mappings|shard|shards unqueryable|incompatible|missing|wrong|deleted|red|unassigned|closed|rebuild|corrupt|mismatch|broken|readonly',
    ],
  },
];
