import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const dependencyCallGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'timeouts-and-deadlines',
    name: 'Timeouts and deadlines on every call',
    promise: 'Nothing waits longer than whoever asked is willing to wait.',
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
    breadth: 0.15,
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
      'List every call over the network, with the timeouts that it has for connecting and for the answer.',
      'Set each from the slowest good answers that are measured, rather than from a default.',
      'Hand down the time that is left with each request, and stop work whose time is over.',
      'Make the outer limit longer than the inner ones together, retries included.',
      'Let the build refuse a client that is made without a timeout.',
    ],
    check: 'Put a dependency behind a proxy that never answers: each request has to end within the agreed time.',
    figure: 'Longest time for which one request held a thread or a connection, per day.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['A dependency that answers in time and wrongly.'],
    sources: [guardrailSources.amazon.retries, guardrailSources.sreBook.cascades],
  },
  {
    id: 'retry-budget',
    name: 'Retries with a budget and jitter',
    promise: 'Retries bridge a short failure and cannot make a long one worse.',
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
    breadth: 0.1,
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
      'Retry in one layer only, and only what may be done twice.',
      'Wait longer after each try, by a random part, up to a ceiling; stop after two or three.',
      'Give each client a budget: retries are no more than a tenth of its requests.',
      'Obey an answer that says when to come again, and do not retry what cannot succeed.',
      'Count first tries and retries apart.',
    ],
    check: 'Let a dependency refuse everything in a test: its load may rise by no more than a tenth.',
    figure: 'Retries as a share of requests, for each dependency.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Callers outside of the organisation that retry as they like.'],
    sources: [guardrailSources.amazon.retries, guardrailSources.sreBook.overload],
  },
  {
    id: 'circuit-breaker',
    name: 'Circuit breaker',
    promise: 'A dependency that fails is left alone for a while, and its callers fail fast or do without.',
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
    breadth: 0.2,
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
      'Put a breaker around each call to another service or partner, one for each, not one for all.',
      'Open it when the share of failures over a minute passes a limit, and let single tries through after a pause.',
      'Decide for each what the caller does meanwhile: an older value, a simpler answer, a clear refusal.',
      'Show the state of each breaker on the dashboard, and alarm when one stays open.',
    ],
    check:
      'Let a dependency fail in a test: within a minute calls to it stop, and they come back by themselves when it does.',
    figure: 'Errors of the service while a dependency was down, as a share of the requests that need it.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: ['A dependency without which nothing can be answered.'],
    sources: [guardrailSources.azure.breaker, guardrailSources.other.releaseIt],
  },
  {
    id: 'graceful-degradation',
    name: 'Graceful degradation',
    promise: 'When one part is missing, the rest still works, with less.',
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
    breadth: 0.25,
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
      'Name for each journey what it cannot do without, and what it can.',
      'Give each thing it can do without a stand-in: the last good value, a default, a note that it comes later.',
      'Keep work that can wait in a queue until the other side is back.',
      'Use the stand-ins in ordinary operation too, for a small part of the requests, so that they are known to work.',
      'Tell users what is missing, in plain words.',
    ],
    check: 'Cut off each optional dependency in turn in a test environment: the journey has to be finished each time.',
    figure: 'Share of journeys that were finished while a dependency was down.',
    effort: guardrailEffort.large(5, 15),
    doesNotCatch: ['The failure of what the journey is about.'],
    sources: [
      guardrailSources.amazon.fallback,
      guardrailSources.sreBook.cascades,
      guardrailSources.other.awsReliability,
    ],
  },
];
