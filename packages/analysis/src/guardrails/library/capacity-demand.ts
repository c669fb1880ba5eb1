import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const capacityDemandGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'load-shedding',
    name: 'Load shedding',
    promise: 'An overloaded service rejects excess requests quickly and serves the others at normal speed.',
    prevents: [
      preventsMechanisms(['traffic-overload', 'retry-storm'], 0.3, 0.6),
      preventsMechanisms(['cpu-saturated', 'backlog'], 0.15, 0.4),
    ],
    knownAs: ['load shedding'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'maintenance', 'hardware', 'dependency_change'], 0.25, 0.6),
      preventsShareOfFailures(
        ['capacity', 'infrastructure', 'dependency'],
        ['deployment', 'time', 'traffic'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'overload|overwhelmed|saturated',
        'cascade failure|overload',
        'thundering herd',
        'all|every request slow|timeout|time|queue|queued',
        'traffic|load|request spike|surge|flood|burst',
      ),
      guardrailSignal.mediumWords(
        'collapse|melted|falls|fell over|load|traffic',
        'cpu 100|saturated|pegged',
        'backlog queue request',
      ),
      guardrailSignal.severalServices,
    ],
    speaksAgainst: [guardrailSignal.mediumWords('load|requests shed|rejected|throttled early')],
    steps: [
      'Measure under load how many concurrent requests one instance serves before its latency rises.',
      'Reject requests above this limit early and cheaply, with a response that says when to retry.',
      'Assign priorities: serve interactive requests first, batch jobs and crawlers last.',
      'Drop queued requests whose caller has already timed out.',
      'Record rejected requests as a metric, and alert when rejections last longer than a few minutes.',
    ],
    check:
      'Send twice the measured limit in a load test. Throughput must stay at the limit, and latency must stay within its target.',
    figure: 'Successful requests at twice the peak load, as a share of the limit.',
    effort: guardrailEffort.medium(4, 10),
    doesNotCatch: [
      {
        statement: 'It does not protect against individual requests that are too expensive.',
        mechanisms: ['slow-queries', 'inefficient-code'],
      },
      'It does not stop callers that retry rejected requests without a pause.',
    ],
    sources: [guardrailSources.amazon.shedding, guardrailSources.sreBook.overload],
  },
  {
    id: 'tenant-rate-limits',
    name: 'Rate limits per caller',
    promise: 'No caller, tenant or crawler can use up the capacity of the others.',
    prevents: [
      preventsMechanisms(['traffic-overload'], 0.25, 0.55),
      preventsMechanisms(['overcommitted-nodes'], 0.1, 0.35),
    ],
    knownAs: ['per tenant|customer|client rate limit', 'rate limit|limiting'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'deployment', 'dependency_change'], 0.3, 0.6),
      preventsShareOfFailures(['security_access'], ['traffic'], 0.3, 0.6),
      preventsShareOfFailures(['dependency', 'infrastructure'], ['traffic'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'one|single customer|tenant|client|user|merchant|account traffic|load|request|calls|most|all|hammer|flood|queries',
        'crawler|scraper|bot|spider',
        'noisy neighbor|neighbour',
        'ddos|denial service',
        'brute|credential force|stuffing',
        'rate limit no|missing|without|lack',
        'abuse',
        'attack|attacker traffic|request|volume|flood',
      ),
      guardrailSignal.weakWords('script|integration loop|polling|hammering', 'rate limit'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('429|rate|throttled limit by|from provider|upstream|us')],
    steps: [
      'Count requests per caller, and measure how ordinary callers use the service.',
      'Give each known caller a budget above its ordinary usage, and give unknown callers a smaller one.',
      'Reject requests above the budget with status 429 and a retry time, before any expensive work.',
      'Limit expensive operations by cost instead of by number.',
      'Show each caller its own usage.',
    ],
    check: 'Have one test caller send 50 times its budget. The latency of the other callers must not change.',
    figure: 'Largest share of capacity that one caller used in an hour.',
    effort: guardrailEffort.medium(3, 7),
    doesNotCatch: [
      'It does not help when the traffic of all callers grows together.',
      'It does not stop an attack from a very large number of addresses, which must be blocked at the edge.',
    ],
    sources: [
      guardrailSources.amazon.fairness,
      guardrailSources.azure.throttling,
      guardrailSources.rfc.tooMany,
      guardrailSources.owasp.denialOfService,
    ],
  },
  {
    id: 'autoscaling-headroom',
    name: 'Autoscaling with reserved headroom',
    promise: 'Enough capacity is running before load rises, and more is added faster than load grows.',
    prevents: [
      preventsMechanisms(['autoscaling-failed'], 0.45, 0.75),
      preventsMechanisms(['traffic-overload', 'cpu-saturated'], 0.3, 0.55),
      preventsMechanisms(['backlog'], 0.35, 0.6),
    ],
    knownAs: ['headroom'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'time'], 0.3, 0.6),
      preventsShareOfFailures(
        ['capacity', 'infrastructure'],
        ['deployment', 'hardware', 'maintenance', 'traffic'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'autoscale|autoscaling|hpa scaleup|scale|slow|late|max|limit|fast|maximum|not',
        'too few|many worker|instance|replica|node|pod|consumer',
        'not|insufficient enough capacity|cpu|worker|instances|node|headroom',
        'insufficient capacity|resource|cpu',
        'under provisioned|sized',
        'underprovisioned|undersized',
        'scaled|doubled|added up|more|extra worker|replica|instance|capacity|node',
      ),
      guardrailSignal.mediumWords(
        'peak|volume|demand higher|exceeded|outgrew|grew|doubled|season|traffic',
        'backlog|lag|queue grow|grew|hours|behind',
        'pending|unschedulable|schedule pod|node',
      ),
      guardrailSignal.season('same_hour'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('leak|growing memory'), guardrailSignal.mediumWords('pool connection')],
    steps: [
      'Choose the metric that rises first when capacity runs short, such as queue length or concurrent requests.',
      'Scale on this metric, with a tested maximum and a minimum that survives the loss of one zone.',
      'Schedule extra capacity before known peaks, and remove it slowly.',
      'Measure how long a new instance takes to serve traffic, and shorten this time or scale earlier.',
      'Alert when usage exceeds 70 % of the maximum.',
    ],
    check: 'Double the load within five minutes in a load test. Latency must stay within its target.',
    figure: 'Free capacity in the busiest hour of the week, as a percentage.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      {
        statement: 'It does not remove a bottleneck that cannot be scaled out, such as a single database.',
        mechanisms: ['slow-queries', 'connections-exhausted'],
      },
      {
        statement: 'It does not help when the cloud provider has no capacity left.',
        mechanisms: ['supplier-out-of-capacity', 'quota-exceeded'],
      },
    ],
    sources: [
      guardrailSources.sreWorkbook.load,
      guardrailSources.sreBook.planning,
      guardrailSources.other.awsReliability,
    ],
  },
  {
    id: 'load-test-before-peak',
    name: 'Load tests before peaks',
    promise: 'The system is proven to handle 1.5 times the load expected at the next peak.',
    prevents: [
      preventsMechanisms(['traffic-overload', 'cpu-saturated'], 0.25, 0.5),
      preventsMechanisms(['slow-queries', 'autoscaling-failed', 'inefficient-code'], 0.15, 0.4),
    ],
    knownAs: ['load test|tests|testing'],
    answers: [
      preventsShareOfFailures(['capacity'], ['traffic', 'time', 'deployment'], 0.2, 0.5),
      preventsShareOfFailures(['code_defect', 'infrastructure', 'configuration', 'dependency'], ['traffic'], 0.2, 0.45),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'campaign|promotion|sale|launch|newsletter|holiday|christmas|friday|event traffic|load|peak|spike|request|orders|volume|users',
        'peak season|hour|traffic|load|volume|day',
        'never|not load tested',
        'higher|more traffic|load|volume expected|usual|normal|forecast|ever',
        'scale production volume|data',
      ),
      guardrailSignal.mediumWords('slow|timeout load|peak', 'query|calls per row|item|request|page', 'bottleneck'),
      guardrailSignal.season('year_turn'),
    ],
    steps: [
      'Ask the teams that plan the next peak for a forecast, and set the target at 1.5 times the forecast.',
      'Record a typical mix of requests, and replay it with rising load against a production-like environment.',
      'Continue until a component fails, and record which one and at what load.',
      'Fix this bottleneck, and repeat until the target is reached.',
      'Run a smaller load test each week, and alert if the capacity falls by 20 %.',
    ],
    check:
      'Run the weekly load test. It must fail if the highest load within the latency target is below the forecast.',
    figure: 'Highest load served within the latency target, divided by the highest load of the last year.',
    effort: guardrailEffort.medium(4, 10),
    doesNotCatch: [
      'It does not catch a mix of requests that differs from the recorded one.',
      {
        statement: 'It does not test the limits of external services.',
        mechanisms: ['supplier-outage', 'rate-limited'],
      },
    ],
    sources: [guardrailSources.sreBook.launches, guardrailSources.sreBook.testing, guardrailSources.sreBook.planning],
  },
  {
    id: 'quota-alerts',
    name: 'Quota and limit alerts',
    promise: 'The team is warned at 70 % of each quota or hard limit, before it is reached.',
    prevents: [
      preventsMechanisms(['quota-exceeded', 'ip-addresses-exhausted', 'identifiers-exhausted'], 0.45, 0.75),
      preventsMechanisms(['rate-limited', 'autoscaling-failed', 'handles-exhausted'], 0.2, 0.45),
    ],
    knownAs: ['quota alert|alerts'],
    answers: [
      preventsShareOfFailures(
        ['capacity', 'dependency', 'infrastructure'],
        ['traffic', 'deployment', 'time', 'dependency_change', 'maintenance'],
        0.4,
        0.8,
      ),
      preventsShareOfFailures(['configuration', 'expiry_time', 'process'], ['traffic', 'time', 'deployment'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'quota',
        'limit account|service|provider|cloud|api|monthly|daily|plan|subscription|region|vcpu|instance reached|hit|exceeded|used|exhausted|increase|raise',
        'limitexceeded|quotaexceeded|resourceexhausted',
        'rate limit by|from provider|vendor|registry|api|upstream|docker|github',
        'ip|address|subnet exhausted|ran|run|out|free',
        'integer|id|sequence|counter overflow|exhausted|maximum|max|limit',
        'descriptor exhausted|limit|many|out',
        'many open file',
        'used up budget|allowance|credits',
      ),
      guardrailSignal.errorNames('http 429', 'QuotaExceededError', 'LimitExceededException'),
      guardrailSignal.season('month_end'),
    ],
    steps: [
      'List all limits: cloud quotas, rate limits of external services, IP addresses, licences, file descriptors, and id columns with a maximum.',
      'Record the usage of each limit and its growth as a metric.',
      'Warn at 70 %, or 30 days before the limit would be reached at the current growth rate, and page at 90 %.',
      'Document for each limit how to raise it, who can do it, and how long that takes.',
      'Request higher quotas before launches and peaks.',
    ],
    check: 'Set a quota in a test account just above the current usage. The warning must arrive within an hour.',
    figure: 'Days until the next limit is reached at the current growth rate.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      'It does not catch undocumented limits whose usage cannot be measured.',
      'It does not catch a sudden jump that exceeds the limit within minutes.',
    ],
    sources: [guardrailSources.other.awsQuotas, guardrailSources.kubernetes.quotas],
  },
  {
    id: 'cache-stampede-protection',
    name: 'Cache stampede protection',
    promise: 'An empty or expired cache never sends more requests to the origin than the origin can serve.',
    prevents: [
      preventsMechanisms(['cache-emptied'], 0.5, 0.8),
      preventsMechanisms(['retry-storm'], 0.15, 0.4),
      preventsMechanisms(['traffic-overload'], 0.05, 0.2),
    ],
    knownAs: ['request coalescing'],
    answers: [
      preventsShareOfFailures(['capacity'], ['maintenance', 'traffic', 'deployment', 'hardware', 'time'], 0.4, 0.8),
      preventsShareOfFailures(
        ['infrastructure', 'dependency', 'configuration', 'code_defect'],
        ['maintenance', 'traffic', 'deployment', 'config_push'],
        0.2,
        0.5,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'cache|redis|memcache flush|cold|empty|cleared|wiped|invalidate|purge|evicted|miss|warm|restart|lost',
        'cache hit ratio|rate',
        'cache stampede|expire together',
        'thundering herd cache|origin',
        'singleflight|coalescing',
        'dogpile',
      ),
      guardrailSignal.weakWords(
        'ttl jitter|same|together|expire',
        'origin|database request|load directly|straight|all',
      ),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('stale|wrong|old cached value|data|entry|format')],
    steps: [
      'Let one request refill a missing entry while the others wait or receive the old value.',
      'Add jitter to expiry times, so that entries do not all expire together.',
      'Serve a slightly stale value while a new one is fetched.',
      'Limit the number of concurrent requests to the origin.',
      'Replace full cache flushes with gradual ones that include a warm-up.',
    ],
    check: 'Empty the cache in a test environment under full load. Requests to the origin must stay below its limit.',
    figure: 'Requests to the origin in the worst minute, divided by the median minute.',
    effort: guardrailEffort.medium(2, 5),
    doesNotCatch: [
      {
        statement: 'It does not prevent wrong values in the cache.',
        phrases: ['stale|wrong|poisoned|outdated cache|cached'],
      },
      'It does not help an origin that cannot carry the load even with a warm cache.',
    ],
    sources: [guardrailSources.amazon.caching, guardrailSources.sreBook.cascades],
  },
];
