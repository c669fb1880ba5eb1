import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const configurationRolloutGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'staged-config-rollout',
    name: 'Staged configuration rollout',
    promise: 'A wrong setting reaches one instance or region first and is rolled back before it reaches the rest.',
    prevents: [
      preventsMechanisms(['wrong-setting', 'all-at-once', 'feature-flag'], 0.35, 0.65),
      preventsMechanisms(
        ['wrong-limit', 'traffic-misrouted', 'firewall-block', 'dns-record', 'backends-detached'],
        0.2,
        0.45,
      ),
    ],
    knownAs: ['staged rollout', 'gradual|progressive rollout'],
    answers: [
      preventsShareOfFailures(['configuration'], ['config_push', 'deployment', 'maintenance'], 0.3, 0.6),
      preventsShareOfFailures(
        ['security_access', 'process', 'infrastructure', 'capacity', 'code_defect'],
        ['config_push'],
        0.2,
        0.5,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'config|configuration|rule|ruleset|setting|flag|policy global|everywhere|once|all|everybody',
        'all region|edge|datacenter|router|node config|configuration|change|push|rule',
        'no|without staged|gradual|canary config|configuration|rule|setting|rollout',
      ),
      guardrailSignal.mediumWords('config|configuration change|push|rollout'),
      guardrailSignal.failureKind('reverted_change'),
      guardrailSignal.resolution('reverted'),
      guardrailSignal.linkedChange,
    ],
    speaksAgainst: [guardrailSignal.noLinkedChange],
    steps: [
      'Deploy configuration in stages, like code: one instance, one zone, one region, then the rest.',
      'Wait at each stage until the setting has had time to take effect, and compare the error rate with the previous stage.',
      'Stop automatically when errors rise, and keep the last good version ready for a one-step rollback.',
      'Make the fast path for emergencies a separate, logged decision.',
    ],
    check:
      'Push a setting that makes one instance of a test environment unhealthy. The second instance must never receive it.',
    figure: 'Largest share of traffic that a wrong setting affected before it was rolled back.',
    effort: guardrailEffort.large(6, 15),
    doesNotCatch: [
      'It does not catch settings that take effect only after the rollout, such as after a restart or at a certain time.',
    ],
    sources: [
      guardrailSources.sreWorkbook.configuration,
      guardrailSources.amazon.deployments,
      guardrailSources.sreBook.emergencies,
    ],
  },
  {
    id: 'dns-guard',
    name: 'Tested DNS changes and resilient resolution',
    promise:
      'A wrong DNS record is rejected before it is published, and the failure of one resolver affects no request.',
    prevents: [preventsMechanisms(['dns-record', 'name-resolution-failed'], 0.4, 0.7)],
    knownAs: ['dns test|check'],
    answers: [
      preventsShareOfFailures(['configuration', 'process'], ['config_push', 'maintenance', 'deployment'], 0.3, 0.6),
      preventsShareOfFailures(
        ['infrastructure', 'capacity', 'dependency'],
        ['traffic', 'hardware', 'maintenance', 'config_push', 'dependency_change'],
        0.25,
        0.5,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'dns|nameserver|coredns|nxdomain|servfail',
        'resolver slow|overload|down|error|drop|timeout|cache',
        'name|host|hostname|domain resolve|resolution|lookup',
        'getaddrinfo|eai_again|enotfound',
      ),
      guardrailSignal.errorNames('EAI_AGAIN', 'ENOTFOUND', 'UnknownHostException'),
      guardrailSignal.weakWords('ttl', 'cname', 'zone file|record'),
    ],
    steps: [
      'Keep DNS records as code, and test on each change that every name still resolves to its intended target.',
      'Lower the TTL a few days before a migration, and raise it again afterwards.',
      'Cache answers near the program, serve the last good answer for a while, and reuse connections.',
      'Size resolvers for the busiest hour, and alert on their errors and latency.',
      'Use two DNS providers or two independent zones for the most important names.',
    ],
    check: 'Stop one resolver in a test environment under load. No request may fail because of a name lookup.',
    figure: 'Share of lookups that fail or take longer than 100 ms.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not catch a correct record that points to an unhealthy server.'],
    sources: [guardrailSources.rfc.staleDns, guardrailSources.kubernetes.nodeDns],
  },
  {
    id: 'rule-tests',
    name: 'Traffic-rule tests with recorded requests',
    promise:
      'A firewall, edge or routing rule that blocks or misroutes valid traffic is rejected before it is deployed.',
    prevents: [preventsMechanisms(['firewall-block', 'traffic-misrouted'], 0.4, 0.7)],
    knownAs: ['rule test|tests', 'log only', 'count mode'],
    answers: [
      preventsShareOfFailures(
        ['configuration', 'security_access'],
        ['config_push', 'deployment', 'maintenance'],
        0.35,
        0.7,
      ),
      preventsShareOfFailures(['infrastructure', 'process'], ['config_push', 'maintenance'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'firewall|waf|acl|nacl|iptables|egress|ingress|networkpolicy rule|policy|block|deny|drop|allow|missing|change',
        'network policy',
        'security group',
        'bgp|route|prefix leak|withdraw|withdrew|advertise|announce|table|rule',
        'rule|regex|pattern|matcher match|catches|wide|broad|greedy',
        'redirect|rewrite|cache|edge|cdn rule',
        'allowlist|blocklist|whitelist|denylist',
      ),
      guardrailSignal.weakWords('edge|cdn|proxy|router|load balancer'),
      guardrailSignal.paths('waf', 'firewall', 'ingress', 'nginx', 'network', 'edge', 'routes'),
    ],
    steps: [
      'Keep the rules in a repository, with a list of requests that must pass and requests that must be blocked.',
      'Run the list and a sample of recorded traffic against the new rules in the pipeline.',
      'Show in the pull request which recorded requests would be treated differently.',
      'Deploy new rules in log-only mode first, then enforce them in stages.',
      'After an incident, add each request that was wrongly blocked or admitted to the list.',
    ],
    check: 'Widen a rule so that it matches a path on the list. The test must fail and name the path.',
    figure: 'Valid requests that were blocked in the first hour after a rule change.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['It does not catch kinds of traffic that were never recorded.'],
    sources: [
      guardrailSources.sreWorkbook.configuration,
      guardrailSources.other.ssdf,
      guardrailSources.sreBook.testing,
    ],
  },
];
