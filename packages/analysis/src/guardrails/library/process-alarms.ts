import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const alarmProcessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'symptom-alerts',
    name: 'Alarms on what users feel',
    promise: 'People are woken by the budget of errors burning, not by a machine that is busy.',
    answers: [
      preventsShareOfFailures(
        ['process'],
        ['traffic', 'time', 'hardware', 'deployment', 'dependency_change', 'maintenance'],
        0.15,
        0.45,
      ),
      preventsShareOfFailures(
        ['capacity', 'infrastructure', 'dependency', 'code_defect'],
        ['traffic', 'hardware', 'time', 'dependency_change'],
        0.05,
        0.2,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'no|missing|late|without alert|alarm|monitoring|page',
        'undetected|unnoticed hours|days|weeks',
        'alert|alarm symptom|harmless',
        'no impact|effect user|customer|alert|alarm|page',
        'slo|budget burn',
      ),
      guardrailSignal.mediumWords('noticed|reported|found|told customer|user|support|twitter|late|hours|first'),
    ],
    steps: [
      'Say for each journey what good means, in two figures: the share that works and the share that is fast.',
      'Set a target for four weeks; what may fail is the budget.',
      'Page when the budget burns so fast that it would be gone within days, seen over a short and a long window.',
      'Turn alarms on single machines into tasks for the day.',
      'Look each month at what users reported before an alarm did.',
    ],
    check:
      'Let one request in twenty fail in a test environment for ten minutes: the page has to come; a busy machine alone must not page.',
    figure: 'Share of incidents that an alarm found before a person did, and share of pages that needed an action.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['The failure itself: it is only known sooner.'],
    sources: [
      guardrailSources.sreWorkbook.alerting,
      guardrailSources.sreBook.monitoring,
      guardrailSources.dora.observability,
    ],
  },
  {
    id: 'alert-noise-budget',
    name: 'A budget for noise',
    promise: 'An alarm that needs no action is repaired or removed, and nobody learns to ignore it.',
    answers: [
      preventsShareOfFailures(
        ['process'],
        ['traffic', 'time', 'hardware', 'dependency_change', 'maintenance'],
        0.35,
        0.7,
      ),
      preventsShareOfFailures(
        ['infrastructure', 'dependency', 'configuration'],
        ['traffic', 'time', 'hardware', 'dependency_change'],
        0.05,
        0.25,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'false alarm|positive|alert|page',
        'noise|noisy|flapping|touchy|sensitive alert|alarm|check|monitor|probe|page',
        'alert|alarm|check|probe|monitor nothing|harmless|ignore|flapped|recovered|cleared|itself|auto',
        'nothing|everything wrong|fine|ok|healthy|normal',
        'alert fatigue',
        'self resolved|recovered|cleared',
        'threshold|sensitivity|alert|alarm|check tight|low|sensitive|aggressive|tune|raise|loosen',
        'silenced|muted|snoozed|ignored alert|alarm|check|again|page',
      ),
      guardrailSignal.resolution('self_resolved'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('customers|users affected|impacted|failed|reported')],
    steps: [
      'Mark each page with whether it needed an action; ask for it when it is closed.',
      'Give each team a number of pages a week that is bearable, and look at it together.',
      'Repair, slow down or delete an alarm that needed no action twice.',
      'Check from several places, and page only when most of them agree for some minutes.',
      'Send what is only interesting to a board, not to a phone.',
    ],
    check: 'A weekly check fails when an alarm that needed no action twice is still as it was.',
    figure: 'Share of pages that needed an action, for each alarm.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['Failures that have no alarm.'],
    sources: [guardrailSources.sreWorkbook.onCall, guardrailSources.sreBook.monitoring],
  },
  {
    id: 'synthetic-probes',
    name: 'Synthetic probes of the whole way',
    promise: 'A machine does what users do, every minute and from outside, and notices before they do.',
    answers: [
      preventsShareOfFailures(
        ['infrastructure', 'dependency', 'security_access', 'expiry_time'],
        ['hardware', 'time', 'dependency_change', 'config_push', 'maintenance'],
        0.05,
        0.2,
      ),
      preventsShareOfFailures(
        ['configuration', 'code_defect', 'process'],
        ['config_push', 'deployment', 'time'],
        0.05,
        0.25,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'dashboard|monitoring|metrics|checks green|fine|normal|healthy|showed',
        'not|never|unnoticed|undetected monitored|noticed|alert|hours|days|weekend',
        'internal check fine|green|passed outside|external|public',
        'login|signin|checkout broken|failing hours|unnoticed',
      ),
      guardrailSignal.mediumWords('customer|user|merchant|support noticed|reported|complained|told|complaints|first'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('probe|check alarm|alert|flapping false|nothing|wrong|itself')],
    steps: [
      'Choose the three to five journeys that matter most, sign-in included.',
      'Play each every minute from at least three networks outside, with an account of its own.',
      'Page when most places fail twice in a row, and say at which step.',
      'Leave the traces out of business figures, and clean up after each run.',
    ],
    check:
      'Break one step of a journey in a test environment: the page has to come within five minutes and name the step.',
    figure: 'Minutes from the start of an incident to its first alarm.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['The failure itself, and what hits only some users.'],
    sources: [guardrailSources.sreBook.monitoring, guardrailSources.azure.health],
  },
];
