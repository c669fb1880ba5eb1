import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const alarmProcessGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'symptom-alerts',
    name: 'Alerts on service-level objectives',
    promise: 'The on-call team is paged within minutes when users are affected.',
    prevents: [preventsMechanisms(['no-alert'], 0.4, 0.7)],
    knownAs: ['slo alert|alerts'],
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
      'Define for each user journey the share of requests that must succeed and the share that must be fast.',
      'Set a target for four weeks; the difference from 100 % is the error budget.',
      'Page when the error budget is consumed too fast, measured over a short and a long window.',
      'Replace alerts about single machines with tickets.',
      'Review each month which incidents users reported before an alert did.',
    ],
    check: 'Make 5 % of the requests fail in a test environment for ten minutes. The page must arrive.',
    figure: 'Share of incidents that an alert reported before a person did.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not prevent the failure; it shortens the time until it is detected.'],
    sources: [
      guardrailSources.sreWorkbook.alerting,
      guardrailSources.sreBook.monitoring,
      guardrailSources.dora.observability,
    ],
  },
  {
    id: 'alert-noise-budget',
    name: 'Alert-noise budget',
    promise: 'Each alert that repeatedly needs no action is fixed or removed.',
    prevents: [preventsMechanisms(['false-alarm'], 0.5, 0.8), preventsMechanisms(['no-alert'], 0.1, 0.25)],
    knownAs: ['noise budget'],
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
      'Record for each page whether it needed action.',
      'Agree on a maximum number of pages per week for each team, and review it together.',
      'Fix, delay or delete any alert that twice needed no action.',
      'Check from several locations, and page only if most of them fail for a few minutes.',
      'Send informational messages to a dashboard instead of a pager.',
    ],
    check: 'Run a weekly check that fails if an alert that twice needed no action has not been changed.',
    figure: 'Share of pages that needed action, for each alert.',
    effort: guardrailEffort.small(0.5, 2),
    doesNotCatch: ['It does not reveal failures that raise no alert.'],
    sources: [guardrailSources.sreWorkbook.onCall, guardrailSources.sreBook.monitoring],
  },
  {
    id: 'synthetic-probes',
    name: 'Synthetic monitoring of user journeys',
    promise: 'A broken user journey raises an alert within five minutes, before users report it.',
    prevents: [preventsMechanisms(['no-alert'], 0.35, 0.6), preventsMechanisms(['sign-in-misconfigured'], 0.05, 0.2)],
    knownAs: ['synthetic monitoring|probe|probes|check|checks'],
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
      'Choose the three to five most important user journeys, including sign-in.',
      'Run each journey every minute from at least three external networks, with a test account.',
      'Page when most locations fail twice in a row, and name the failing step.',
      'Exclude test data from business metrics, and clean it up after each run.',
    ],
    check:
      'Break one step of a journey in a test environment. The page must arrive within five minutes and name the step.',
    figure: 'Minutes from the start of an incident to its first alert.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not prevent the failure, and it does not catch failures that affect only some users.'],
    sources: [guardrailSources.sreBook.monitoring, guardrailSources.azure.health],
  },
];
