import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const configurationCheckGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'config-validation',
    name: 'Validation of configuration before it is merged',
    promise: 'A setting that cannot be right is refused by a machine, with the reason, before it goes live.',
    answers: [
      preventsShareOfFailures(['configuration'], ['config_push', 'deployment', 'maintenance'], 0.25, 0.6),
      preventsShareOfFailures(['process', 'security_access', 'capacity', 'infrastructure'], ['config_push'], 0.15, 0.4),
    ],
    breadth: 0.35,
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
      'Write a schema for each kind of configuration: types, units, ranges, and what has to go together.',
      'Check it on every pull request, on the rendered result rather than on the template.',
      'Add a rule for each value that caused an episode, with the episode as the reason.',
      'Load the configuration with the real program in the pipeline, and refuse it when the program would not start.',
      'Show the difference to what is live, environment by environment.',
    ],
    check: 'Open a pull request that puts back the setting of a past episode: the check has to refuse it and say why.',
    figure: 'Share of configuration failures that a check refused before they went live.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      'Values that are well-formed and wrong for today’s load or data.',
      'What is changed by hand, past the repository.',
    ],
    sources: [guardrailSources.sreWorkbook.configuration, guardrailSources.other.ssdf],
  },
  {
    id: 'startup-config-check',
    name: 'Required settings are checked at start and before the rollout',
    promise: 'A program that lacks a setting says which one at once, and the old version keeps serving.',
    answers: [
      preventsShareOfFailures(['configuration'], ['deployment', 'config_push', 'maintenance'], 0.3, 0.7),
      preventsShareOfFailures(['process', 'security_access', 'code_defect'], ['deployment'], 0.1, 0.4),
    ],
    breadth: 0.1,
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
      'Declare every setting in one place in the code: name, type, whether it is required, what it is for.',
      'Read all of them at start, and stop with one message that lists everything that is missing or malformed.',
      'Give the program a mode that only checks its settings, and run it in the pipeline against each environment.',
      'Refuse defaults for what must differ between environments.',
    ],
    check:
      'Add a required setting to the code and to no environment: the pipeline has to refuse the release before anything is replaced.',
    figure: 'Deployments that failed because a setting was missing, per month.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Settings that are there and wrong.'],
    sources: [guardrailSources.twelveFactor.config, guardrailSources.sreWorkbook.configuration],
  },
  {
    id: 'drift-detection',
    name: 'Drift between what is written and what runs is found',
    promise: 'What was changed by hand shows up within a day, before the next rollout trips over it.',
    answers: [
      preventsShareOfFailures(
        ['configuration', 'infrastructure'],
        ['config_push', 'maintenance', 'deployment', 'time'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(['process', 'security_access'], ['maintenance', 'config_push', 'deployment'], 0.15, 0.4),
    ],
    breadth: 0.1,
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
      'Keep all infrastructure and settings as code in a repository, with one tool that applies them.',
      'Let that tool compare what is declared with what runs each day, without changing anything.',
      'Send each difference to the team that owns the resource, as a task with a day.',
      'Take away the right to change by hand, with a way around it for emergencies that leaves a task behind.',
    ],
    check: 'Change one tag of a resource by hand: the next comparison has to report it.',
    figure: 'Differences that are older than a week.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['What is not declared at all.', 'Differences that come and go between two comparisons.'],
    sources: [guardrailSources.other.terraformDrift, guardrailSources.dora.deployment],
  },
  {
    id: 'environment-parity',
    name: 'Test and production are alike where it matters',
    promise:
      'What works in the test environment works in production, because the differences are few, known and listed.',
    answers: [
      preventsShareOfFailures(['configuration'], ['deployment', 'config_push', 'maintenance'], 0.15, 0.4),
      preventsShareOfFailures(
        ['process', 'code_defect', 'dependency', 'security_access'],
        ['deployment', 'dependency_change'],
        0.1,
        0.3,
      ),
    ],
    breadth: 0.1,
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
      'Render the settings, versions and rights of all environments side by side, and list the differences.',
      'Remove each that has no reason; write the reason beside the rest.',
      'Make one definition for all environments, with a short list of values that may differ.',
      'Use the same kinds of back-end everywhere: the same database, the same queue, the same proxy.',
      'Bring production-like data volumes to the test environment, with people’s data taken out.',
    ],
    check: 'Add a setting to one environment only: the comparison has to fail in the pipeline.',
    figure: 'Number of differences without a written reason.',
    effort: guardrailEffort.medium(4, 10),
    doesNotCatch: ['What only real traffic and real data bring.'],
    sources: [guardrailSources.twelveFactor.parity, guardrailSources.dora.delivery],
  },
];
