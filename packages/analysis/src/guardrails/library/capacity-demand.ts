import type { Guardrail } from '@refrain/domain';
import { answers, comesAt, hints, medium, says, saysClearly, severalServices, shows, small } from './entry.ts';
import { azurePatterns, buildersLibrary, kubernetes, others, owasp, rfc, sreBook, sreWorkbook } from './sources.ts';

/** Prevents demand from exceeding capacity. */
export const capacityDemandGuardrails: readonly Guardrail[] = [
  {
    id: 'load-shedding',
    name: 'Load shedding',
    promise: 'A service that has more to do than it can do answers part of it well and refuses the rest quickly.',
    answers: [
      answers(['capacity'], ['traffic', 'maintenance', 'hardware', 'dependency_change'], 0.25, 0.6),
      answers(['capacity', 'infrastructure', 'dependency'], ['deployment', 'time', 'traffic'], 0.15, 0.4),
    ],
    breadth: 0.25,
    speaksFor: [
      saysClearly(
        'overload|overwhelmed|saturated',
        'cascade failure|overload',
        'thundering herd',
        'all|every request slow|timeout|time|queue|queued',
        'traffic|load|request spike|surge|flood|burst',
      ),
      says('collapse|melted|falls|fell over|load|traffic', 'cpu 100|saturated|pegged', 'backlog queue request'),
      severalServices,
    ],
    speaksAgainst: [says('load|requests shed|rejected|throttled early')],
    steps: [
      'Measure under load how many requests at once one instance serves before its latency rises.',
      'Refuse what comes above that at the door, cheaply, with an answer that tells the caller when to come again.',
      'Give requests a class: what people wait for goes first, batch work and crawlers go last.',
      'Throw away requests whose caller has stopped waiting.',
      'Count what is refused as its own figure, and alarm when it lasts.',
    ],
    proof: {
      check:
        'Send twice the measured limit in a test: what is served has to stay at the limit, and its latency within bounds.',
      figure: 'Requests that are served well at twice the highest load, as a share of the limit.',
    },
    effort: medium(4, 10),
    doesNotCatch: [
      'Work that is too heavy one request at a time.',
      'Callers that repeat refused requests without a pause.',
    ],
    sources: [buildersLibrary.shedding, sreBook.overload],
  },
  {
    id: 'tenant-rate-limits',
    name: 'Limits for each caller',
    promise: 'One caller, tenant or crawler cannot use up what belongs to all.',
    answers: [
      answers(['capacity'], ['traffic', 'deployment', 'dependency_change'], 0.3, 0.6),
      answers(['security_access'], ['traffic'], 0.3, 0.6),
      answers(['dependency', 'infrastructure'], ['traffic'], 0.1, 0.3),
    ],
    breadth: 0.1,
    speaksFor: [
      saysClearly(
        'one|single customer|tenant|client|user|merchant|account traffic|load|request|calls|most|all|hammer|flood|queries',
        'crawler|scraper|bot|spider',
        'noisy neighbor|neighbour',
        'ddos|denial service',
        'brute|credential force|stuffing',
        'rate limit no|missing|without|lack',
        'abuse',
        'attack|attacker traffic|request|volume|flood',
      ),
      hints('script|integration loop|polling|hammering', 'rate limit'),
    ],
    speaksAgainst: [says('429|rate|throttled limit by|from provider|upstream|us')],
    steps: [
      'Count requests by caller, and look at how the ordinary ones use the service.',
      'Give each caller a budget with room above that, and a smaller one to callers that are not known.',
      'Refuse what is above it with status 429 and the time to wait, before any costly work is done.',
      'Limit costly actions by their cost rather than by their number.',
      'Show each caller its own use, so that nobody is surprised.',
    ],
    proof: {
      check: 'Let one test caller send fifty times its budget: the latency of the others may not change.',
      figure: 'Largest share of the capacity that one caller took in an hour.',
    },
    effort: medium(3, 7),
    doesNotCatch: [
      'Growth of all callers together.',
      'An attack from very many addresses, which has to be met at the edge.',
    ],
    sources: [buildersLibrary.fairness, azurePatterns.throttling, rfc.tooMany, owasp.denialOfService],
  },
  {
    id: 'autoscaling-headroom',
    name: 'Headroom and scaling ahead of demand',
    promise: 'There is room for the next peak before it comes, and more is added faster than demand grows.',
    answers: [
      answers(['capacity'], ['traffic', 'time'], 0.3, 0.6),
      answers(['capacity', 'infrastructure'], ['deployment', 'hardware', 'maintenance', 'traffic'], 0.15, 0.4),
    ],
    breadth: 0.3,
    speaksFor: [
      saysClearly(
        'autoscale|autoscaling|hpa scaleup|scale|slow|late|max|limit|fast|maximum|not',
        'too few|many worker|instance|replica|node|pod|consumer',
        'not|insufficient enough capacity|cpu|worker|instances|node|headroom',
        'insufficient capacity|resource|cpu',
        'under provisioned|sized',
        'underprovisioned|undersized',
        'scaled|doubled|added up|more|extra worker|replica|instance|capacity|node',
      ),
      says(
        'peak|volume|demand higher|exceeded|outgrew|grew|doubled|season|traffic',
        'backlog|lag|queue grow|grew|hours|behind',
        'pending|unschedulable|schedule pod|node',
      ),
      comesAt('same_hour'),
    ],
    speaksAgainst: [says('leak|growing memory'), says('pool connection')],
    steps: [
      'Find the figure that tells soonest that there is too little: the length of a queue, requests at once, time to wait.',
      'Scale by that figure, with a floor that carries the loss of one zone and a ceiling that is tested.',
      'Add capacity before known peaks by the calendar, and take it away slowly.',
      'Measure how long a new instance takes until it serves, and shorten it or start earlier.',
      'Alarm when use of the ceiling passes 70 %.',
    ],
    proof: {
      check: 'Double the load within five minutes in a test: the target for latency has to hold throughout.',
      figure: 'Room that is left at the highest hour of the week, in per cent.',
    },
    effort: medium(3, 8),
    doesNotCatch: ['A back-end that does not scale, such as one database, which more instances only hit harder.'],
    sources: [sreWorkbook.load, sreBook.planning, others.awsReliability],
  },
  {
    id: 'load-test-before-peak',
    name: 'Load test before the peak',
    promise: 'The limit of the whole path is known, and higher than what the next peak will ask for.',
    answers: [
      answers(['capacity'], ['traffic', 'time', 'deployment'], 0.2, 0.5),
      answers(['code_defect', 'infrastructure', 'configuration', 'dependency'], ['traffic'], 0.2, 0.45),
    ],
    breadth: 0.25,
    speaksFor: [
      saysClearly(
        'campaign|promotion|sale|launch|newsletter|holiday|christmas|friday|event traffic|load|peak|spike|request|orders|volume|users',
        'peak season|hour|traffic|load|volume|day',
        'never|not load tested',
        'higher|more traffic|load|volume expected|usual|normal|forecast|ever',
        'scale production volume|data',
      ),
      says('slow|timeout load|peak', 'query|calls per row|item|request|page', 'bottleneck'),
      comesAt('year_turn'),
    ],
    speaksAgainst: [],
    steps: [
      'Take the forecast of the next peak from those who plan it, and aim for half as much again.',
      'Record a typical mix of requests, and play it with growing load against a copy that is like production.',
      'Go on until something gives way; write down what it was and at which load.',
      'Widen that place, and repeat until the aim is reached with room.',
      'Put a smaller run into the weekly pipeline, so that a loss of 20 % is noticed.',
    ],
    proof: {
      check: 'The weekly run fails when the load at which the target for latency still holds falls below the forecast.',
      figure: 'Highest load served within the target, divided by the highest load of the last year.',
    },
    effort: medium(4, 10),
    doesNotCatch: ['A mix of requests that differs from the recorded one.', 'Limits of partners who take no part.'],
    sources: [sreBook.launches, sreBook.testing, sreBook.planning],
  },
  {
    id: 'quota-alerts',
    name: 'Alarms on quotas at 70 %',
    promise: 'Whatever can run out says so weeks before: quotas, addresses, licences, counters.',
    answers: [
      answers(
        ['capacity', 'dependency', 'infrastructure'],
        ['traffic', 'deployment', 'time', 'dependency_change', 'maintenance'],
        0.4,
        0.8,
      ),
      answers(['configuration', 'expiry_time', 'process'], ['traffic', 'time', 'deployment'], 0.2, 0.5),
    ],
    breadth: 0.1,
    speaksFor: [
      saysClearly(
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
      shows('http 429', 'QuotaExceededError', 'LimitExceededException'),
      comesAt('month_end'),
    ],
    speaksAgainst: [],
    steps: [
      'List what has a limit: accounts at the cloud, partners’ interfaces, addresses, licences, descriptors, counters with a last number.',
      'Measure the use of each against its limit, and how fast it grows.',
      'Warn at 70 %, or when the limit is less than 30 days away at the present growth; page at 90 %.',
      'Write beside each how it is raised, by whom, and how long that takes.',
      'Ask for room before launches and peaks.',
    ],
    proof: {
      check: 'Set one limit in a test account just above its use: the warning has to arrive within an hour.',
      figure: 'Days until the next limit is reached.',
    },
    effort: small(1, 3),
    doesNotCatch: [
      'Limits that are not published and cannot be measured.',
      'A jump that uses the whole room within minutes.',
    ],
    sources: [others.awsQuotas, kubernetes.quotas],
  },
  {
    id: 'cache-stampede-protection',
    name: 'Protection against a cache stampede',
    promise: 'A missing cache entry is fetched once, and a cold cache is filled at a pace that the origin bears.',
    answers: [
      answers(['capacity'], ['maintenance', 'traffic', 'deployment', 'hardware', 'time'], 0.4, 0.8),
      answers(
        ['infrastructure', 'dependency', 'configuration', 'code_defect'],
        ['maintenance', 'traffic', 'deployment', 'config_push'],
        0.2,
        0.5,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      saysClearly(
        'cache|redis|memcache flush|cold|empty|cleared|wiped|invalidate|purge|evicted|miss|warm|restart|lost',
        'cache hit ratio|rate',
        'cache stampede|expire together',
        'thundering herd cache|origin',
        'singleflight|coalescing',
        'dogpile',
      ),
      hints('ttl jitter|same|together|expire', 'origin|database request|load directly|straight|all'),
    ],
    speaksAgainst: [says('stale|wrong|old cached value|data|entry|format')],
    steps: [
      'Let one request fetch a missing entry while the others wait for it or get the old value.',
      'Spread times to live at random, so that entries do not end together.',
      'Serve a value that is a little too old while it is fetched anew.',
      'Limit how many fetches the origin gets at once, whatever the cache does.',
      'Make flushing everything a slow, stepwise operation with a warm-up.',
    ],
    proof: {
      check:
        'Empty the cache of a test environment under full load: the origin may get no more than its limit, and the target for latency has to be met again within minutes.',
      figure: 'Requests to the origin in the worst minute, divided by those of an ordinary one.',
    },
    effort: medium(2, 5),
    doesNotCatch: ['Wrong values in the cache.', 'An origin that could not carry the load even with a warm cache.'],
    sources: [buildersLibrary.caching, sreBook.cascades],
  },
];
