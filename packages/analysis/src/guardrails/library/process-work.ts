import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const workProcessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'runbook-automation',
    name: 'Manual steps done by a machine',
    promise: 'What has to be done in order and in several places is one command that does all of it or nothing.',
    answers: [
      preventsShareOfFailures(['process'], ['maintenance', 'deployment', 'config_push', 'time', 'hardware'], 0.25, 0.6),
      preventsShareOfFailures(
        ['security_access', 'configuration', 'infrastructure', 'data', 'capacity'],
        ['maintenance'],
        0.15,
        0.45,
      ),
    ],
    breadth: 0.25,
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
      'Take the steps as they are written, and as they were really done the last three times.',
      'Make a script of the checks first: is everything as it has to be before and after.',
      'Turn each step into code that may run twice, and stops when a check fails.',
      'Put it where everybody starts it the same way, with a log and a dry run.',
      'Delete the page that it replaces.',
    ],
    check: 'Run it against a copy, and break it off after each step in turn: a second run has to finish the work.',
    figure: 'Number of times in a month in which a step was done by hand.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Work that was never understood well enough to be written down.'],
    sources: [guardrailSources.sreWorkbook.toil, guardrailSources.sreBook.automation, guardrailSources.dora.deployment],
  },
  {
    id: 'maintenance-checklist',
    name: 'A short checklist and a go/no-go for maintenance',
    promise: 'Planned work starts when its conditions are met, has a way back, and is known to those whom it touches.',
    answers: [
      preventsShareOfFailures(
        ['process', 'infrastructure'],
        ['maintenance', 'hardware', 'dependency_change'],
        0.15,
        0.4,
      ),
      preventsShareOfFailures(['capacity', 'configuration', 'data', 'security_access'], ['maintenance'], 0.1, 0.3),
    ],
    breadth: 0.3,
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
      'Write one page for each kind of work: conditions before the start, steps, checks after each, the way back, and when to use it.',
      'Look at capacity with what is taken away, and at what else is planned for the same hours.',
      'Tell those who depend on it, and silence only the alarms that it will cause.',
      'Let two people say go on the conditions, and stop at the agreed hour whatever is left.',
      'Amend the page after each time.',
    ],
    check: 'The tool that opens a window refuses to do so while a condition on the page is not met.',
    figure: 'Share of planned work that was felt by users.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['What nobody knew to ask for.', 'A list that is ticked off without looking.'],
    sources: [guardrailSources.sreBook.launches, guardrailSources.sreBook.emergencies],
  },
  {
    id: 'guarded-commands',
    name: 'Commands that show their reach and ask',
    promise:
      'A command or script that touches much says how much first, works in portions, and refuses more than it was allowed.',
    answers: [
      preventsShareOfFailures(['process', 'data'], ['maintenance', 'config_push', 'deployment'], 0.3, 0.7),
      preventsShareOfFailures(
        ['infrastructure', 'configuration', 'capacity', 'security_access'],
        ['maintenance'],
        0.2,
        0.5,
      ),
    ],
    breadth: 0.25,
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
      'Let each such command start with a dry run that prints the number and examples of what it would touch, and where.',
      'Give it a largest number, above which it stops and asks for a second person.',
      'Work in small portions with a pause, and stop when an alarm comes.',
      'Record what was before, so that it can be undone.',
      'Show the environment in the prompt, and keep rights for production to the time of the work.',
    ],
    check: 'Run each command in a test with a condition that fits everything: it has to refuse.',
    figure: 'Share of commands against production that went through such a tool.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Raw access that goes past the tool.'],
    sources: [guardrailSources.sreBook.automation, guardrailSources.sreBook.emergencies],
  },
];
