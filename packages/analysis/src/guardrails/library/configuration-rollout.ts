import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const configurationRolloutGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'staged-config-rollout',
    name: 'Configuration goes live in stages',
    promise: 'A setting reaches one place first, is watched there, and goes back in one step.',
    answers: [
      preventsShareOfFailures(['configuration'], ['config_push', 'deployment', 'maintenance'], 0.3, 0.6),
      preventsShareOfFailures(
        ['security_access', 'process', 'infrastructure', 'capacity', 'code_defect'],
        ['config_push'],
        0.2,
        0.5,
      ),
    ],
    breadth: 0.4,
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
      'Ship configuration through the same stages as code: one instance, one zone, one region, the rest.',
      'Wait at each stage for as long as the setting needs to show its effect, and compare with the stage before.',
      'Stop by itself when errors rise, and keep the last good version ready to be put back in one step.',
      'Make the fast lane for emergencies a separate, logged decision, not the habit.',
    ],
    check:
      'Push a setting that makes one instance of a test environment unhealthy: the second instance must never get it.',
    figure: 'Largest share of traffic that met a harmful setting before it was taken back.',
    effort: guardrailEffort.large(6, 15),
    doesNotCatch: ['Settings that only take effect on a restart or at a certain hour, after the stages are over.'],
    sources: [
      guardrailSources.sreWorkbook.configuration,
      guardrailSources.amazon.deployments,
      guardrailSources.sreBook.emergencies,
    ],
  },
  {
    id: 'dns-guard',
    name: 'Guarded name resolution',
    promise:
      'Changes of names are checked and slow to do harm, and a resolver in trouble does not take everything down.',
    answers: [
      preventsShareOfFailures(['configuration', 'process'], ['config_push', 'maintenance', 'deployment'], 0.3, 0.6),
      preventsShareOfFailures(
        ['infrastructure', 'capacity', 'dependency'],
        ['traffic', 'hardware', 'maintenance', 'config_push', 'dependency_change'],
        0.25,
        0.5,
      ),
    ],
    breadth: 0.05,
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
      'Keep records as code, and check on each change that every name still answers and points where it is meant to.',
      'Lower the time to live some days before a move, and raise it again afterwards.',
      'Cache answers close to the program, keep serving the last good answer for a while, and reuse connections.',
      'Give resolvers room for the busiest hour, and alarm on their errors and latency.',
      'Use two providers or two independent zones for names that everything hangs on.',
    ],
    check: 'Stop one resolver of a test environment under load: no request may fail for want of a name.',
    figure: 'Share of lookups that fail or take longer than 100 ms.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Names that resolve well to a machine that is ill.'],
    sources: [guardrailSources.rfc.staleDns, guardrailSources.kubernetes.nodeDns],
  },
  {
    id: 'rule-tests',
    name: 'Rules are tried on recorded requests before they apply',
    promise: 'A rule of an edge, a firewall or a router shows what it would let through and stop before it does.',
    answers: [
      preventsShareOfFailures(
        ['configuration', 'security_access'],
        ['config_push', 'deployment', 'maintenance'],
        0.35,
        0.7,
      ),
      preventsShareOfFailures(['infrastructure', 'process'], ['config_push', 'maintenance'], 0.2, 0.5),
    ],
    breadth: 0.1,
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
      'Keep the rules in a repository, with a list of requests and connections that have to pass and of some that must not.',
      'Play that list, and a sample of recorded traffic, against the new rules in the pipeline.',
      'Show in the pull request which recorded requests would be treated otherwise than today.',
      'Run new rules in a mode that only logs before they block, and widen in stages.',
      'Add what was wrongly stopped or let through in each episode to the list.',
    ],
    check: 'Widen one pattern so that it catches a path of the list: the test has to fail and name that path.',
    figure: 'Good requests stopped, and bad ones let through, in the first hour after a change of rules.',
    effort: guardrailEffort.medium(2, 6),
    doesNotCatch: ['Traffic of a kind that was never recorded.'],
    sources: [
      guardrailSources.sreWorkbook.configuration,
      guardrailSources.other.ssdf,
      guardrailSources.sreBook.testing,
    ],
  },
];
