import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dataLossGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'restore-drill',
    name: 'Backups proven by restoring them',
    promise: 'Data can be brought back to a chosen minute, within a known time, because it was done last month.',
    answers: [
      preventsShareOfFailures(['data'], ['maintenance', 'hardware', 'deployment', 'time', 'config_push'], 0.25, 0.6),
      preventsShareOfFailures(['infrastructure', 'process', 'security_access'], ['hardware', 'maintenance'], 0.15, 0.4),
    ],
    breadth: 0.1,
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
      'Say for each store how much may be lost and how long bringing it back may take.',
      'Keep backups that suit that, in another account and place, where nobody can delete them by the same mistake.',
      'Restore one by machine each week into an empty environment, and run checks on what is in it.',
      'Do a full restore by people each quarter, from the written steps, with a clock.',
      'Alarm when a backup is missing, too small or too old.',
    ],
    check:
      'The weekly restore fails when the newest row is older than what may be lost, or when a count does not agree.',
    figure: 'Minutes of the last full restore, and minutes of data that it lacked.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['Damage that nobody notices until the backups are gone.', 'The time that users wait while it runs.'],
    sources: [
      guardrailSources.sreBook.integrity,
      guardrailSources.postgresql.archiving,
      guardrailSources.other.awsReliability,
    ],
  },
  {
    id: 'soft-delete',
    name: 'Soft delete and undo',
    promise: 'What was deleted or overwritten can be had back for a while, with one command.',
    answers: [
      preventsShareOfFailures(
        ['data', 'process'],
        ['maintenance', 'deployment', 'config_push', 'time', 'traffic'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['code_defect', 'security_access'], ['maintenance', 'deployment'], 0.15, 0.4),
    ],
    breadth: 0.1,
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
      'Mark rows as deleted in place of removing them, and hide them in one place of the code.',
      'Keep the former value of what is changed in bulk, with the name of the job and the time.',
      'Write one command that undoes a job by its name, and try it on each new kind of job.',
      'Remove for good after a time that is longer than the longest it took to notice.',
    ],
    check: 'Run a bulk deletion in a test and undo it: a comparison with the state before has to find nothing.',
    figure: 'Hours from a wrong deletion until the data was whole again.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['Effects outside, such as messages that were sent on the strength of wrong data.'],
    sources: [guardrailSources.sreBook.integrity],
  },
  {
    id: 'deletion-protection',
    name: 'Deletion protection',
    promise: 'Stores, clusters and names that live things hang on cannot be deleted in one step.',
    answers: [
      preventsShareOfFailures(
        ['process', 'infrastructure', 'data', 'configuration'],
        ['maintenance', 'config_push', 'deployment'],
        0.25,
        0.7,
      ),
      preventsShareOfFailures(['security_access'], ['maintenance', 'config_push'], 0.15, 0.4),
    ],
    breadth: 0.05,
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
      'Turn on the platform’s protection against deletion for everything that holds data or takes traffic.',
      'Let the tool that applies infrastructure refuse a plan that destroys such a thing, unless its name is typed.',
      'Take away access and traffic first, wait some days, and only then delete.',
      'Check before deleting that nothing used it in the last week.',
    ],
    check: 'Propose a change that removes a protected store: the pipeline has to refuse it.',
    figure: 'Stores and clusters in production without protection.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['Deleting what is inside of a store.'],
    sources: [guardrailSources.sreBook.integrity, guardrailSources.sreBook.automation],
  },
];
