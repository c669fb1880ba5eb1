import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const workProcessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'runbook-automation',
    name: 'Automated runbooks',
    promise: 'A procedure with several steps runs as one command that completes all steps or reports which one failed.',
    prevents: [
      preventsMechanisms(['step-missed'], 0.4, 0.65),
      preventsMechanisms(['credential-changed', 'wrong-target', 'wrong-order'], 0.1, 0.3),
    ],
    knownAs: ['automated runbook'],
    answers: [
      preventsShareOfFailures(['process'], ['maintenance', 'deployment', 'config_push', 'time', 'hardware'], 0.25, 0.6),
      preventsShareOfFailures(
        ['security_access', 'configuration', 'infrastructure', 'data', 'capacity'],
        ['maintenance'],
        0.15,
        0.45,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'manual step|procedure|process|intervention|operation|task',
        'hand|manually ran|changed|applied|copied|edited|deployed|updated',
        'step missed|skipped|forgotten|left|order|half|wrong',
        'runbook|playbook|procedure|documentation missing|outdated|wrong|incomplete|old|unclear|no|step|followed',
        'forgot|forgotten|overlooked update|restart|run|change|other|second|copy',
        'toil|repetitive|again week|month|manual|same',
      ),
      guardrailSignal.mediumWords('human|operator error|mistake'),
    ],
    steps: [
      'Write down the steps taken the last three times that the procedure was carried out.',
      'Write a script that checks the state before and after the procedure.',
      'Automate each step so that it can be repeated safely and stops when a check fails.',
      'Run the procedure from one place, with a log and a dry-run mode.',
      'Delete the manual instructions.',
    ],
    check: 'Interrupt the command after each step in a test. A second run must complete the procedure.',
    figure: 'Number of manual steps carried out in production, per month.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not help with work that nobody understands well enough to describe.'],
    sources: [guardrailSources.sreWorkbook.toil, guardrailSources.sreBook.automation, guardrailSources.dora.deployment],
  },
  {
    id: 'maintenance-checklist',
    name: 'Maintenance checklist with go/no-go',
    promise: 'Planned maintenance starts only when its preconditions are met and a rollback is prepared.',
    prevents: [preventsMechanisms(['step-missed'], 0.25, 0.5), preventsMechanisms(['all-at-once'], 0.1, 0.3)],
    knownAs: ['checklist'],
    answers: [
      preventsShareOfFailures(
        ['process', 'infrastructure'],
        ['maintenance', 'hardware', 'dependency_change'],
        0.15,
        0.4,
      ),
      preventsShareOfFailures(['capacity', 'configuration', 'data', 'security_access'], ['maintenance'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'maintenance|planned|scheduled window|work|upgrade|migration|move|operation',
        'unannounced|announced|notice|informed|communicated|coordination maintenance|work|change|migration|team',
        'upgrade|maintenance wrong|went|overran|longer|unexpected|unexpectedly',
      ),
      guardrailSignal.mediumWords('during|after maintenance|upgrade|migration|replacement|move'),
      guardrailSignal.mediumWords('hardware|router|switch|database|cluster|storage replacement|migration|upgrade'),
    ],
    steps: [
      'Write one page for each kind of maintenance: preconditions, steps, checks after each step, and rollback with its trigger.',
      'Check the remaining capacity and other work planned for the same time.',
      'Inform the affected teams, and silence only the alerts that the work will cause.',
      'Have two people confirm the preconditions, and stop at the agreed time.',
      'Update the page after each maintenance.',
    ],
    check: 'Try to open a maintenance window with an unmet precondition. The tool must refuse.',
    figure: 'Share of maintenance windows that affected users.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['It does not cover preconditions that nobody listed.'],
    sources: [guardrailSources.sreBook.launches, guardrailSources.sreBook.emergencies],
  },
  {
    id: 'guarded-commands',
    name: 'Guarded production commands',
    promise: 'A command in production shows its target and the number of affected items, and asks before it continues.',
    prevents: [
      preventsMechanisms(['wrong-target'], 0.45, 0.75),
      preventsMechanisms(['accidental-deletion'], 0.35, 0.6),
      preventsMechanisms(['unintended-pipeline-run'], 0.1, 0.3),
    ],
    knownAs: ['confirmation prompt'],
    answers: [
      preventsShareOfFailures(['process', 'data'], ['maintenance', 'config_push', 'deployment'], 0.3, 0.7),
      preventsShareOfFailures(
        ['infrastructure', 'configuration', 'capacity', 'security_access'],
        ['maintenance'],
        0.2,
        0.5,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'wrong command|server|cluster|environment|database|host|account|machine|region|window|terminal|table|parameter|argument|input',
        'script|command|query|playbook touched|deleted|removed|wiped|overwrote|updated wrong|more|too|all|every|production|live|unintended',
        'accidental|inadvertent|mistakenly|unintended|unintentionally delete|removed|shut|shutdown|terminated|ran|run|executed|dropped|disabled|took|applied|rebooted',
        'where clause',
        'dry run no|without|missing|skipped|first',
        'typo command|script|input|argument|parameter|number',
        'command|script|maintenance larger|more set|number|servers|than',
        'flushall',
        'truncate|drop table|database',
        'repair|fix|correction|cleanup script|query|job|rows',
      ),
      guardrailSignal.weakWords('script|command ran|run|executed'),
    ],
    steps: [
      'Pass the target environment to each command explicitly, and refuse to run if it differs from the active context.',
      'First do a dry run that prints the environment, the number of affected items and examples.',
      'Set a maximum number of items, above which a second person must approve.',
      'Work in small batches with pauses, and stop when an alert fires.',
      'Allow production access only for the duration of the work.',
    ],
    check:
      'In a test, run each command with a condition that matches everything, then in the wrong environment. It must refuse both times.',
    figure: 'Share of production commands that ran through guarded tools.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not cover direct access that bypasses the tools.'],
    sources: [guardrailSources.sreBook.automation, guardrailSources.sreBook.emergencies],
  },
];
