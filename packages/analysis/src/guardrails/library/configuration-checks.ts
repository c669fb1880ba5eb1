import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const configurationCheckGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'config-validation',
    name: 'Configuration validation before merge',
    promise: 'An invalid setting is rejected in the pull request, before it is deployed.',
    prevents: [
      preventsMechanisms(['wrong-setting', 'plan-rejected', 'missing-setting'], 0.3, 0.6),
      preventsMechanisms(
        ['wrong-limit', 'sign-in-misconfigured', 'traffic-misrouted', 'backends-detached', 'unreadable-input'],
        0.2,
        0.45,
      ),
    ],
    knownAs: ['config|configuration validation', 'schema validation'],
    answers: [
      preventsShareOfFailures(['configuration'], ['config_push', 'deployment', 'maintenance'], 0.25, 0.6),
      preventsShareOfFailures(['process', 'security_access', 'capacity', 'infrastructure'], ['config_push'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'typo config|configuration|setting|value|variable|yaml|file|name|key',
        'invalid|malformed|broken|wrong|bad config|configuration|yaml|json|manifest|value|setting|syntax',
        'misconfigured|misconfig',
        'no|missing validation|schema config|configuration|setting|value',
        'parse|syntax config|configuration|yaml|json|toml',
        'indentation',
      ),
      guardrailSignal.mediumWords(
        'typo',
        'default value|setting|config wrong|unset|low|high',
        'set|left wrong|zero|empty|low|high|default',
      ),
      guardrailSignal.paths('.yaml', '.yml', 'values', 'config', '.toml', '.tf', '.json'),
      guardrailSignal.resolution('reverted'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('validation caught|refused|rejected config|configuration')],
    steps: [
      'Write a schema for each kind of configuration: types, units, ranges and settings that depend on each other.',
      'Validate the rendered configuration, not the template, on each pull request.',
      'Add a rule for each setting that caused an incident, with a reference to the incident.',
      'Load the configuration with the real program, or apply it in a dry run against the platform, and reject it if that fails.',
      'Show the difference from the deployed configuration for each environment.',
    ],
    check:
      'Open a pull request that reintroduces the wrong setting from a past incident. The check must reject it and give the reason.',
    figure: 'Share of wrong settings that were rejected before deployment.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      'It does not catch values that are valid but unsuitable for the current load or data.',
      {
        statement: 'It does not check changes made by hand outside the repository.',
        mechanisms: ['state-drift'],
        phrases: ['manual|manually|hand changed|change|edited|applied console|production|directly|ui'],
      },
    ],
    sources: [guardrailSources.sreWorkbook.configuration, guardrailSources.other.ssdf],
  },
  {
    id: 'startup-config-check',
    name: 'Check of required settings at startup',
    promise: 'A release that lacks a setting is rejected before it replaces the running version.',
    prevents: [preventsMechanisms(['missing-setting'], 0.5, 0.8), preventsMechanisms(['rollout-not-ready'], 0.1, 0.35)],
    knownAs: ['startup check', 'preflight check'],
    answers: [
      preventsShareOfFailures(['configuration'], ['deployment', 'config_push', 'maintenance'], 0.3, 0.7),
      preventsShareOfFailures(['process', 'security_access', 'code_defect'], ['deployment'], 0.1, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'missing|unset|undefined|absent|lack|not environment|env variable|var|setting|secret|key|config|configuration|property production|prod|start|startup|defined|set|found|deploy|chart|values',
        'env|environment variable|var missing|unset|undefined|not|required|absent|empty',
        'required|mandatory setting|property|config|key|value|variable|parameter',
        'could not|cannot resolve placeholder',
        'config|configmap|secret not found',
      ),
      guardrailSignal.mediumWords(
        'start|startup|boot crash|loop|fail config|setting|variable|missing',
        'default used|fallback production',
      ),
      guardrailSignal.errorNames('CrashLoopBackOff', 'CreateContainerConfigError'),
      guardrailSignal.failureKind('failed_deployment'),
    ],
    steps: [
      'Declare each setting once in the code: name, type, purpose and whether it is required.',
      'Read all settings at startup. If any are missing or malformed, exit with one message that lists them all.',
      'Add a mode that only checks the settings, and run it in the pipeline for each environment.',
      'Allow no defaults for settings that must differ between environments.',
    ],
    check: 'Add a required setting to the code but to no environment. The pipeline must reject the release.',
    figure: 'Deployments that failed because of a missing setting, per month.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not catch settings that are present but wrong.',
        mechanisms: ['wrong-setting', 'wrong-limit'],
      },
    ],
    sources: [guardrailSources.twelveFactor.config, guardrailSources.sreWorkbook.configuration],
  },
  {
    id: 'drift-detection',
    name: 'Configuration drift detection',
    promise: 'A manual change to infrastructure is reported within a day.',
    prevents: [
      preventsMechanisms(['state-drift'], 0.4, 0.7),
      preventsMechanisms(['unintended-pipeline-run'], 0.1, 0.3),
    ],
    knownAs: ['drift detection'],
    answers: [
      preventsShareOfFailures(
        ['configuration', 'infrastructure'],
        ['config_push', 'maintenance', 'deployment', 'time'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['process', 'security_access'], ['maintenance', 'config_push', 'deployment'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'drift',
        'out sync|step terraform|git|repository|code|state|declared|template',
        'changed|edited|created|set|applied|added hand|manually|console|directly',
        'overwritten|overwrote|reverted|undone|wiped apply|deploy|sync|terraform|helm|next',
        'state terraform|lock file|differs',
      ),
      guardrailSignal.mediumWords('manual change|edit|fix|console|hotfix lost|forgotten|never|committed'),
      guardrailSignal.paths('.tf', 'terraform', 'ansible', 'helm', 'infra'),
    ],
    steps: [
      'Define all infrastructure and settings as code in a repository, applied by one tool.',
      'Run the tool daily in plan mode, which compares the code with the running system and changes nothing.',
      'Send each difference to the team that owns the resource, as a task with a due date.',
      'Remove write access to the consoles, and provide emergency access that creates a task to update the code.',
    ],
    check: 'Change a tag on a resource by hand. The next comparison must report it.',
    figure: 'Number of differences that are older than a week.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: [
      'It does not catch differences in resources that are not defined as code.',
      'It does not catch changes that are made and undone between two comparisons.',
    ],
    sources: [guardrailSources.other.terraformDrift, guardrailSources.dora.deployment],
  },
  {
    id: 'environment-parity',
    name: 'Parity of test and production environments',
    promise: 'Test and production environments differ only in a short, reviewed list of settings.',
    prevents: [
      preventsMechanisms(['state-drift', 'missing-setting'], 0.2, 0.45),
      preventsMechanisms(['sign-in-misconfigured', 'incompatible-versions'], 0.1, 0.3),
    ],
    knownAs: ['environment parity'],
    answers: [
      preventsShareOfFailures(['configuration'], ['deployment', 'config_push', 'maintenance'], 0.15, 0.4),
      preventsShareOfFailures(
        ['process', 'code_defect', 'dependency', 'security_access'],
        ['deployment', 'dependency_change'],
        0.1,
        0.3,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'worked|fine|green|passed staging|test|local|dev|qa',
        'only|differs production|prod staging|test|dev',
        'staging|test environment|cluster not|lacks|missing|different|unlike production|prod|same',
        'not reproducible staging|test|locally',
      ),
      guardrailSignal.mediumWords('staging production|prod', 'different version staging|test|local'),
    ],
    steps: [
      'Render the settings, versions and permissions of all environments side by side, and list the differences.',
      'Remove each difference that has no reason, and document the reason for the others.',
      'Generate all environments from one definition, with a short list of values that may differ.',
      'Use the same kind of database, queue and proxy in all environments.',
      'Fill the test environment with as much anonymised data as production has.',
    ],
    check: 'Add a setting to only one environment. The comparison must fail in the pipeline.',
    figure: 'Number of undocumented differences between test and production.',
    effort: guardrailEffort.medium(4, 10),
    doesNotCatch: [
      { statement: 'It does not catch failures that only real traffic causes.', mechanisms: ['traffic-overload'] },
    ],
    sources: [guardrailSources.twelveFactor.parity, guardrailSources.dora.delivery],
  },
];
