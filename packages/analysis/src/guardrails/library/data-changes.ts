import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataChangeGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'migration-rehearsal',
    name: 'Migration tests on a copy of production data',
    promise: 'A migration that fails on real data or takes too long is found before it runs in production.',
    prevents: [
      preventsMechanisms(['migration-failed'], 0.45, 0.75),
      preventsMechanisms(['migration-lock', 'data-corrupted'], 0.15, 0.4),
    ],
    knownAs: ['migration test|tests|tested'],
    answers: [preventsShareOfFailures(['data', 'process'], ['deployment', 'maintenance'], 0.1, 0.3)],
    speaksFor: [
      guardrailSignal.strongWords(
        'migration|migrate failed|fails|error|half|partially|timeout',
        'constraint|column violates|violated|null|duplicate|exists migration|alter',
        'irreversible|rollback migration',
      ),
      guardrailSignal.paths('migrat', 'flyway', 'liquibase', 'alembic'),
    ],
    steps: [
      'In the pipeline, restore a recent anonymised copy of the production database at full size.',
      'Run each new migration and its rollback on the copy, and record the duration and the locks.',
      'Run the migration twice, and fail if the second run changes or breaks anything.',
      'Check row counts and constraints before and after the migration.',
      'Take a backup right before the migration runs in production.',
    ],
    check:
      'Add a migration that violates a constraint for one row of the copy. The pipeline must fail and name the row.',
    figure: 'Failed migrations in production, per quarter.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch lock contention that only concurrent traffic causes.'],
    sources: [guardrailSources.dora.databases, guardrailSources.sreBook.integrity],
  },
  {
    id: 'index-alias-swap',
    name: 'Search index rebuilds behind an alias',
    promise: 'Searches use a new index only after it is complete and has passed its tests.',
    prevents: [preventsMechanisms(['index-unusable'], 0.4, 0.7)],
    knownAs: ['index alias'],
    answers: [preventsShareOfFailures(['data'], ['deployment', 'maintenance'], 0.05, 0.2)],
    speaksFor: [
      guardrailSignal.strongWords(
        'index|mapping incompatible|wrong|missing|deleted|mismatch|broken',
        'index|shard red|unassigned|readonly|corrupt',
      ),
    ],
    steps: [
      'Make all searches use an alias instead of an index name.',
      'Build a new index alongside the old one for each change to the mapping.',
      'Compare the document counts and the test-query results of both indexes.',
      'Switch the alias in one step, and keep the old index until the new one has been in use for a few days.',
      'Alert when an index is read-only or has unassigned shards.',
    ],
    check: 'Build an index with a wrong mapping in a test environment. The alias must not switch to it.',
    figure: 'Share of searches that fail or return no result, per hour.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not prevent overload of the search cluster.',
        mechanisms: ['traffic-overload', 'own-workload-overload'],
      },
    ],
    sources: [guardrailSources.other.elasticAliases],
  },
];
