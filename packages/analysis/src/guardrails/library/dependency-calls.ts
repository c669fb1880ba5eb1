import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dependencyCallGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'timeouts-and-deadlines',
    name: 'Timeouts and deadlines for remote calls',
    promise: 'No request waits for another service for longer than its own caller waits.',
    prevents: [
      preventsMechanisms(['dependency-slow'], 0.35, 0.65),
      preventsMechanisms(['wrong-limit', 'endless-loop'], 0.15, 0.35),
      preventsMechanisms(['supplier-outage'], 0.05, 0.25),
    ],
    knownAs: ['timeout|deadline set|configured'],
    answers: [
      preventsShareOfFailures(
        ['dependency'],
        ['dependency_change', 'traffic', 'hardware', 'deployment', 'maintenance', 'config_push'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(
        ['capacity', 'infrastructure', 'code_defect', 'configuration'],
        ['traffic', 'deployment', 'dependency_change', 'hardware', 'config_push'],
        0.1,
        0.35,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'no|without|missing|infinite|default|long|generous timeout|deadline',
        'timeout wait|seconds|minutes|set|too',
        'hang|hung|forever|indefinitely call|connection|request|thread|worker|socket',
        'slow|latency dependency|downstream|upstream|third|partner|provider block|hold|held|waiting|requests',
      ),
      guardrailSignal.mediumWords(
        'timed|timeout out|call|upstream|downstream|connect|read',
        'upstream|downstream slow|latency',
      ),
      guardrailSignal.errorNames('*Timeout', '*TimeoutException', '*TimeoutError', 'ETIMEDOUT', 'http 504'),
      guardrailSignal.severalServices,
    ],
    speaksAgainst: [
      guardrailSignal.mediumWords('lock timeout|wait'),
      guardrailSignal.mediumWords('pool timeout'),
      guardrailSignal.mediumWords('statement|probe|progress timeout|deadline'),
    ],
    steps: [
      'List all network calls with their connection and response timeouts.',
      'Set each timeout from the measured latency of slow successful responses instead of using a default.',
      'Pass the remaining time with each request, and stop work whose deadline has passed.',
      'Make each outer timeout longer than the sum of the inner ones, including retries.',
      'Fail the build on clients that are created without a timeout.',
    ],
    check: 'Put a dependency behind a proxy that never answers. Each request must end within the agreed time.',
    figure: 'Longest time for which one request held a thread or connection, per day.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not catch a dependency that answers in time but gives a wrong result.'],
    sources: [guardrailSources.amazon.retries, guardrailSources.sreBook.cascades],
  },
  {
    id: 'retry-budget',
    name: 'Retry budget with backoff and jitter',
    promise: 'Retries add at most 10 % to the load of a failing service.',
    prevents: [preventsMechanisms(['retry-storm'], 0.45, 0.75), preventsMechanisms(['rate-limited'], 0.2, 0.45)],
    knownAs: ['backoff', 'retry budget'],
    answers: [
      preventsShareOfFailures(
        ['dependency', 'capacity', 'infrastructure'],
        ['traffic', 'dependency_change', 'hardware', 'maintenance', 'deployment'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(
        ['code_defect', 'configuration'],
        ['traffic', 'dependency_change', 'deployment', 'config_push'],
        0.1,
        0.35,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'retry storm|amplify|amplification|flood|load|times|tight|loop|aggressive|immediately|without|overload|overwhelmed',
        'reconnect storm|all|once|same',
        'backoff|jitter no|without|missing|need',
        'no|without|missing retry',
      ),
      guardrailSignal.weakWords('retry', 'connection reset|refused'),
      guardrailSignal.mediumWords('transient|intermittent|brief|momentary error|failure|network|blip|timeout'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('duplicate|twice|double charged|retry|sent')],
    steps: [
      'Retry in only one layer, and only operations that are safe to repeat.',
      'Wait longer after each attempt, with jitter and a maximum delay, and stop after two or three attempts.',
      'Limit each client’s retries to 10 % of its requests.',
      'Respect the retry time in a response, and do not retry requests that cannot succeed.',
      'Record first attempts and retries as separate metrics.',
    ],
    check: 'Make a dependency reject all requests in a test. Its load must not rise by more than 10 %.',
    figure: 'Retries as a share of requests, for each dependency.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not limit the retries of external clients.'],
    sources: [guardrailSources.amazon.retries, guardrailSources.sreBook.overload],
  },
  {
    id: 'circuit-breaker',
    name: 'Circuit breakers',
    promise: 'Calls to a failing dependency stop within a minute, and callers fail fast or use a fallback.',
    prevents: [preventsMechanisms(['dependency-slow'], 0.3, 0.6), preventsMechanisms(['supplier-outage'], 0.1, 0.35)],
    knownAs: ['circuit breaker'],
    answers: [
      preventsShareOfFailures(
        ['dependency'],
        ['dependency_change', 'traffic', 'hardware', 'maintenance', 'deployment'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(
        ['capacity', 'infrastructure'],
        ['traffic', 'hardware', 'dependency_change', 'deployment'],
        0.1,
        0.3,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'circuit breaker|break',
        'cascade|spread|took|brought downstream|upstream|dependency|service|failure',
      ),
      guardrailSignal.mediumWords(
        '502|503|bad|unavailable gateway|upstream|provider|partner|service',
        'threads|workers|requests waiting|blocked|pile provider|partner|downstream|upstream',
      ),
      guardrailSignal.errorNames('http 503', 'http 502'),
      guardrailSignal.severalServices,
      guardrailSignal.mediumWords(
        'dependency|downstream|upstream|backend|partner|provider|vendor down|unavailable|outage|failing|unreachable|degraded|502|503',
      ),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('breaker opened|tripped')],
    steps: [
      'Wrap the calls to each dependency in a circuit breaker of its own.',
      'Open the breaker when the error rate over a minute exceeds a limit, and send single test requests after a pause.',
      'Define what the caller does meanwhile: use an older value, give a simpler answer or return a clear error.',
      'Show the state of each breaker on the dashboard, and alert when one stays open.',
    ],
    check:
      'Make a dependency fail in a test. Calls to it must stop within a minute and resume automatically after recovery.',
    figure: 'Error rate of the service while a dependency was down.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['It does not help if no request can be answered without the dependency.'],
    sources: [guardrailSources.azure.breaker, guardrailSources.other.releaseIt],
  },
  {
    id: 'graceful-degradation',
    name: 'Graceful degradation',
    promise: 'When an optional dependency fails, users can still complete the main journeys.',
    prevents: [preventsMechanisms(['supplier-outage', 'dependency-slow'], 0.25, 0.55)],
    knownAs: ['graceful degradation', 'fallback'],
    answers: [
      preventsShareOfFailures(
        ['dependency'],
        ['dependency_change', 'traffic', 'hardware', 'maintenance', 'time'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(
        ['capacity', 'infrastructure'],
        ['traffic', 'hardware', 'dependency_change', 'time'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'whole|entire|all|complete page|site|checkout|flow|app|service depends|down|broken|fail|block',
        'no fallback|default',
        'single point failure',
        'optional|non critical|essential service|dependency|feature|call',
        'hard dependency',
        'without lookup|recommendation|search|quote|price|geocoding|enrichment',
      ),
      guardrailSignal.mediumWords(
        'fallback|degraded|cached mode|value|answer|manual',
        'switched|turned|disabled off|optional|feature',
      ),
      guardrailSignal.severalServices,
    ],
    steps: [
      'List for each user journey which dependencies are required and which are optional.',
      'Define a fallback for each optional dependency: the last good value, a default, or a note that the result will follow later.',
      'Queue work that can wait until the dependency is back.',
      'Use the fallback for a small share of requests at all times, so that it is known to work.',
      'Tell users clearly what is unavailable.',
    ],
    check:
      'Block each optional dependency in turn in a test environment. Users must be able to complete the journey each time.',
    figure: 'Share of journeys that were completed while a dependency was down.',
    effort: guardrailEffort.large(5, 15),
    doesNotCatch: ['It does not help if a required dependency fails.'],
    sources: [
      guardrailSources.amazon.fallback,
      guardrailSources.sreBook.cascades,
      guardrailSources.other.awsReliability,
    ],
  },
];
