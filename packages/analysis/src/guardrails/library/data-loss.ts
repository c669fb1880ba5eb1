import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataLossGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'restore-drill',
    name: 'Regular restore tests of backups',
    promise: 'Data can be restored to its state at any chosen minute, within a known time.',
    prevents: [
      preventsMechanisms(['data-lost'], 0.4, 0.7),
      preventsMechanisms(['data-corrupted', 'accidental-deletion'], 0.2, 0.45),
    ],
    knownAs: ['restore test|drill'],
    answers: [
      preventsShareOfFailures(['data'], ['maintenance', 'hardware', 'deployment', 'time', 'config_push'], 0.25, 0.6),
      preventsShareOfFailures(['infrastructure', 'process', 'security_access'], ['hardware', 'maintenance'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'backup|snapshot missing|empty|corrupt|stale|unusable|untested|incomplete',
        'backup|snapshot never|not test|restore|work',
        'restore backup|snapshot',
        'recovery hours|days data',
        'data loss|lost|gone|unrecoverable|wiped',
        'deleted|dropped|truncated|wiped|overwritten table|database|data|bucket|volume|rows production',
        'corruption data|database|index|volume|disk',
      ),
    ],
    steps: [
      'Define for each store how much data may be lost and how long a restore may take.',
      'Keep suitable backups in another account and region, where the same mistake cannot delete them.',
      'Restore a backup automatically each week into an empty environment, and check its content.',
      'Restore everything by hand each quarter by the written procedure, and measure how long it takes.',
      'Alert when a backup is missing, too small or too old.',
    ],
    check: 'Run the weekly restore. It must fail if the newest row is too old or a count does not match.',
    figure: 'Duration of the last full restore, and minutes of lost data.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'It does not help with damage that is noticed only after the backups have expired.',
      'It does not prevent the outage while a restore is running.',
    ],
    sources: [
      guardrailSources.sreBook.integrity,
      guardrailSources.postgresql.archiving,
      guardrailSources.other.awsReliability,
    ],
  },
  {
    id: 'soft-delete',
    name: 'Soft delete with undo',
    promise: 'For a fixed time, deleted or overwritten data can be restored with one command.',
    prevents: [preventsMechanisms(['data-lost'], 0.3, 0.55), preventsMechanisms(['accidental-deletion'], 0.2, 0.45)],
    knownAs: ['soft delete'],
    answers: [
      preventsShareOfFailures(
        ['data', 'process'],
        ['maintenance', 'deployment', 'config_push', 'time', 'traffic'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['code_defect', 'security_access'], ['maintenance', 'deployment'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'deleted|removed|wiped|purged|overwrote wrong|accidentally|mistake',
        'no undo|restore|way|recovery',
        'script|job|query|repair|update|cleanup deleted|touched|changed|updated|overwrote|hit more|many|wrong|all|rows|every',
        'where clause',
        'restored|recovered deleted|rows|records|backup|copy',
      ),
    ],
    steps: [
      'Mark rows as deleted instead of removing them, and filter them out in one place in the code.',
      'Keep the values from before each bulk change, with the name of the job and the time.',
      'Write a command that undoes a job by its name, and test it for each new kind of job.',
      'Keep deleted data for longer than any past mistake went unnoticed, and only then remove it permanently.',
    ],
    check: 'Run a bulk deletion in a test and undo it. The data must be the same as before.',
    figure: 'Hours from a wrong deletion until the data is restored.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      'It does not undo external effects, such as messages that were sent because of wrong data.',
      {
        statement: 'It does not protect infrastructure, such as clusters and networks.',
        phrases: ['cluster|namespace|node|nodes|vpc|bucket deleted|destroyed'],
      },
    ],
    sources: [guardrailSources.sreBook.integrity],
  },
  {
    id: 'deletion-protection',
    name: 'Deletion protection',
    promise: 'Databases, clusters and DNS zones in production cannot be deleted in one step.',
    prevents: [
      preventsMechanisms(['accidental-deletion'], 0.45, 0.75),
      preventsMechanisms(['data-lost', 'unintended-pipeline-run'], 0.15, 0.35),
    ],
    knownAs: ['deletion protection', 'prevent destroy'],
    answers: [
      preventsShareOfFailures(
        ['process', 'infrastructure', 'data', 'configuration'],
        ['maintenance', 'config_push', 'deployment'],
        0.25,
        0.7,
      ),
      preventsShareOfFailures(['security_access'], ['maintenance', 'config_push'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'deleted|removed|destroyed|terminated|decommissioned database|cluster|bucket|volume|namespace|stack',
        'terraform|helm|stack destroy|deleted|replaced|recreate',
        'decommission|cleanup wrong|live|still|active|use|production',
        'unused|orphaned|old resource|server|account deleted|removed|still|use',
        'drop table|database|production',
      ),
      guardrailSignal.paths('terraform', '.tf', 'infra'),
    ],
    steps: [
      'Enable the platform’s deletion protection for all resources that hold data or serve traffic.',
      'Make the infrastructure tool reject a plan that destroys such a resource, unless its name is confirmed.',
      'Remove access and traffic first, wait a few days, and only then delete the resource.',
      'Before a deletion, check that the resource has been unused for a week.',
    ],
    check: 'Propose a change that removes a protected database. The pipeline must reject it.',
    figure: 'Number of production databases and clusters without deletion protection.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['It does not protect the contents of a store, such as rows and objects.'],
    sources: [guardrailSources.sreBook.integrity, guardrailSources.sreBook.automation],
  },
];
