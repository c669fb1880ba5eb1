import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const infrastructureLossGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'zone-failover-drill',
    name: 'Practised zone failover',
    promise: 'Services survive the loss of a zone or data centre with one tested failover.',
    prevents: [
      preventsMechanisms(['zone-outage', 'power-or-cooling'], 0.4, 0.7),
      preventsMechanisms(['network-failed', 'storage-failed', 'load-balancer-failed'], 0.15, 0.4),
    ],
    knownAs: ['failover drill|test'],
    answers: [
      preventsShareOfFailures(
        ['infrastructure'],
        ['hardware', 'maintenance', 'dependency_change', 'traffic', 'config_push'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['dependency', 'capacity', 'process'], ['hardware', 'maintenance'], 0.15, 0.4),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'zone|region|datacenter|datacentre|dc|az|facility outage|lost|loss|down|unavailable|power|unreachable|isolated|offline',
        'data center|centre power|outage|lost|loss|down|fire|flood|cooling|network',
        'failover|failed over not|manual|slow|failed|stuck|wrong|work|tested|never',
        'power outage|loss|failure|cut|supply|utility|ups|generator',
        'fiber|fibre|cable|backbone|link cut|outage|down|failure|loss|partition',
        'cooling|overheat|overheating|temperature|hvac',
      ),
      guardrailSignal.mediumWords('standby|secondary|replica promote|cold|stale', 'single zone|region|site'),
      guardrailSignal.severalServices,
    ],
    steps: [
      'Document for each service how many zones it needs, where its data is, and how long a failover may take.',
      'Run enough capacity to survive the loss of one zone without starting new instances.',
      'Reduce the failover to one command that needs nothing in the lost zone, or automate it.',
      'Disconnect a zone each month during working hours, first in test and then in production.',
      'Fix the problems that a drill reveals before the next one.',
    ],
    check:
      'Disconnect one zone in the monthly drill. The error rate must stay within its target with at most one manual command.',
    figure: 'Minutes until the service target was met again in the last drill.',
    effort: guardrailEffort.large(8, 20),
    doesNotCatch: [
      {
        statement: 'It does not help with failures that affect all zones at the same time, such as a wrong setting.',
        mechanisms: ['wrong-setting', 'all-at-once', 'regression'],
      },
    ],
    sources: [
      guardrailSources.amazon.zones,
      guardrailSources.sreBook.emergencies,
      guardrailSources.other.awsReliability,
    ],
  },
  {
    id: 'spread-and-disruption-budgets',
    name: 'Replica spreading and disruption budgets',
    promise: 'Any one machine can fail or be drained without interrupting users.',
    prevents: [
      preventsMechanisms(['node-lost', 'hardware-failed', 'all-at-once'], 0.35, 0.65),
      preventsMechanisms(['storage-failed'], 0.1, 0.3),
    ],
    knownAs: ['disruption budget|budgets', 'anti affinity'],
    answers: [
      preventsShareOfFailures(
        ['infrastructure'],
        ['hardware', 'maintenance', 'deployment', 'time', 'traffic'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(['capacity', 'process', 'configuration'], ['maintenance', 'hardware'], 0.2, 0.5),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'node|host|machine|vm|hypervisor lost|died|dead|crashed|rebooted|drained|retired|terminated|preempted|notready|unreachable|gone',
        'hardware failure|fault|error|defect|broken',
        'disk|drive|ssd|nvme|raid|controller|nic|dimm broken|failed|failure|fault|died|error|defective|dead',
        'all|both|every pod|replica|copies|instances same|one node|host|machine|zone|rack',
        'spot|preemptible instance|node',
        'statefulset|persistent volume|pv|pvc stuck|attach|detach|node|lost',
        'kernel panic',
        'single replica|instance|node',
      ),
      guardrailSignal.errorNames('NotReady', 'Evicted', 'FailedScheduling'),
      guardrailSignal.weakWords('rack|smart|ecc', 'node'),
    ],
    speaksAgainst: [guardrailSignal.mediumWords('zone|region outage|lost')],
    steps: [
      'Run at least three replicas of each user-facing workload, on different machines and in different zones.',
      'Set a disruption budget, so that maintenance removes one replica at a time and waits until its replacement is ready.',
      'Let stateful replicas catch up before the next machine is drained.',
      'Watch for early signs of failing machines, and drain them in advance.',
      'Stop a random machine each week during working hours.',
    ],
    check: 'Stop any machine in a test environment under load. The error rate must stay within its target.',
    figure: 'Number of services whose replicas all run on one machine or in one zone.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: [
      {
        statement: 'It does not protect against the loss of several machines for the same reason.',
        mechanisms: ['zone-outage', 'power-or-cooling'],
      },
      'It does not help a store that has only one copy of its data.',
    ],
    sources: [
      guardrailSources.kubernetes.spread,
      guardrailSources.kubernetes.disruption,
      guardrailSources.kubernetes.drain,
    ],
  },
  {
    id: 'fencing-and-quorum',
    name: 'Leader election with quorum and fencing',
    promise: 'At most one leader can write at any time, even in a network partition.',
    prevents: [
      preventsMechanisms(['replication-broken'], 0.1, 0.3),
      preventsMechanisms(['network-failed', 'node-lost'], 0.05, 0.2),
    ],
    knownAs: ['fencing token|tokens'],
    answers: [
      preventsShareOfFailures(
        ['infrastructure'],
        ['hardware', 'maintenance', 'traffic', 'deployment', 'config_push', 'time'],
        0.3,
        0.6,
      ),
      preventsShareOfFailures(
        ['data', 'code_defect', 'configuration'],
        ['hardware', 'maintenance', 'deployment'],
        0.15,
        0.4,
      ),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'split brain',
        'two|both|dual|multiple primary|leader|master',
        'quorum|consensus lost|loss|no|broken|etcd|zookeeper|raft',
        'leader election|flapping|lost',
        'network partition',
        'fencing|stonith',
        'etcd|zookeeper|consul slow|down|lost|disk|unavailable|latency',
        'promoted wrong|stale|twice|replica|primary',
      ),
      guardrailSignal.weakWords('failover primary|database'),
    ],
    steps: [
      'Have an odd number of members in at least three zones elect the leader.',
      'Give each new leader a higher number, and make stores reject writes with a lower one.',
      'Make a leader stop when it cannot reach a majority, before a new leader starts.',
      'Run quorum members on fast dedicated disks, and alert on their latency.',
      'Test all possible network partitions between the members.',
    ],
    check: 'Disconnect the leader while it is writing. No later write by this leader may be accepted.',
    figure: 'Unplanned leader changes per week.',
    effort: guardrailEffort.large(5, 12),
    doesNotCatch: ['It does not stop a leader that is running but does the wrong thing.'],
    sources: [guardrailSources.sreBook.consensus, guardrailSources.amazon.leaders],
  },
  {
    id: 'failing-hardware-watch',
    name: 'Redundant links and hardware monitoring',
    promise:
      'Failing hardware is replaced before it breaks, and when a network link fails, a second one carries its load.',
    prevents: [
      preventsMechanisms(['network-failed'], 0.3, 0.6),
      preventsMechanisms(['hardware-failed', 'storage-failed'], 0.3, 0.55),
      preventsMechanisms(['power-or-cooling'], 0.1, 0.3),
    ],
    knownAs: ['redundant link|links|path|paths'],
    answers: [
      preventsShareOfFailures(['infrastructure'], ['hardware', 'maintenance', 'time'], 0.2, 0.5),
      preventsShareOfFailures(['capacity', 'dependency'], ['hardware'], 0.1, 0.3),
    ],
    speaksFor: [
      guardrailSignal.strongWords(
        'switch|router|nic|optic|transceiver|port|linecard|link|cable|firewall failed|failure|fault|faulty|defective|flap|down|hardware|died|broken|crc',
        'packet corruption',
        'smart|ecc|memory|disk error|sectors|correctable',
        'battery|psu|fan|generator failed|failure|fault',
        'redundant missing|failed|lost|absent',
      ),
      guardrailSignal.weakWords('network device|equipment', 'degraded raid', 'packet loss|drop'),
      guardrailSignal.resolution('self_resolved'),
    ],
    steps: [
      'Collect the error counters of disks, memory, network links and power supplies.',
      'Take a part out of service automatically when its counters exceed a limit, and order a replacement.',
      'Back up each link and power feed with a second one on a different path, and load neither above half of its capacity.',
      'Disconnect one of each pair on purpose twice a year.',
    ],
    check: 'Disconnect any one cable or power feed in the agreed window. Users must not notice.',
    figure: 'Share of failed parts for which there was a warning.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: [
      { statement: 'It does not protect against the sudden loss of a whole site.', mechanisms: ['zone-outage'] },
    ],
    sources: [guardrailSources.amazon.correlated, guardrailSources.sreWorkbook.load],
  },
];
