import type { Guardrail } from '@refrain/domain';
import {
  createGuardrailAnswer,
  errorNameSignal,
  largeEffort,
  mediumEffort,
  mediumWordSignal,
  resolutionSignal,
  severalServicesSignal,
  smallEffort,
  strongWordSignal,
  weakWordSignal,
} from './entry.ts';
import { amazonBuildersLibrary, kubernetesDocs, otherGuardrailSources, sreBook, sreWorkbook } from './sources.ts';

export const infrastructureLossGuardrails: readonly Guardrail[] = [
  {
    id: 'zone-failover-drill',
    name: 'Failover between zones, practised',
    promise: 'The loss of a zone or a data centre is a drill that was passed last month, not a surprise.',
    answers: [
      createGuardrailAnswer(
        ['infrastructure'],
        ['hardware', 'maintenance', 'dependency_change', 'traffic', 'config_push'],
        0.25,
        0.6,
      ),
      createGuardrailAnswer(['dependency', 'capacity', 'process'], ['hardware', 'maintenance'], 0.15, 0.4),
    ],
    breadth: 0.3,
    speaksFor: [
      strongWordSignal(
        'zone|region|datacenter|datacentre|dc|az|facility outage|lost|loss|down|unavailable|power|unreachable|isolated|offline',
        'data center|centre power|outage|lost|loss|down|fire|flood|cooling|network',
        'failover|failed over not|manual|slow|failed|stuck|wrong|work|tested|never',
        'power outage|loss|failure|cut|supply|utility|ups|generator',
        'fiber|fibre|cable|backbone|link cut|outage|down|failure|loss|partition',
        'cooling|overheat|overheating|temperature|hvac',
      ),
      mediumWordSignal('standby|secondary|replica promote|cold|stale', 'single zone|region|site'),
      severalServicesSignal,
    ],
    speaksAgainst: [],
    steps: [
      'Write down for each service how many zones it needs, where its data is, and how long a switch may take.',
      'Keep enough capacity running for the loss of one zone, without starting anything new.',
      'Make the switch one command or no command at all, without needs in the lost zone.',
      'Take a zone away on purpose each month, in working hours, first in test and then in production.',
      'Mend what the drill shows before the next one.',
    ],
    proof: {
      check:
        'The monthly drill: with one zone cut off, errors stay within the budget and nobody has to type more than one command.',
      figure: 'Minutes until the target was met again in the last drill.',
    },
    effort: largeEffort(8, 20),
    doesNotCatch: ['What hits all zones at once, such as a wrong setting.'],
    sources: [amazonBuildersLibrary.zones, sreBook.emergencies, otherGuardrailSources.awsReliability],
  },
  {
    id: 'spread-and-disruption-budgets',
    name: 'Copies spread over machines, with a disruption budget',
    promise: 'One machine can go at any moment, planned or not, and enough copies stay.',
    answers: [
      createGuardrailAnswer(['infrastructure'], ['hardware', 'maintenance', 'deployment', 'time', 'traffic'], 0.3, 0.7),
      createGuardrailAnswer(['capacity', 'process', 'configuration'], ['maintenance', 'hardware'], 0.2, 0.5),
    ],
    breadth: 0.25,
    speaksFor: [
      strongWordSignal(
        'node|host|machine|vm|hypervisor lost|died|dead|crashed|rebooted|drained|retired|terminated|preempted|notready|unreachable|gone',
        'hardware failure|fault|error|defect|broken',
        'disk|drive|ssd|nvme|raid|controller|nic|dimm broken|failed|failure|fault|died|error|defective|dead',
        'all|both|every pod|replica|copies|instances same|one node|host|machine|zone|rack',
        'spot|preemptible instance|node',
        'statefulset|persistent volume|pv|pvc stuck|attach|detach|node|lost',
        'kernel panic',
        'single replica|instance|node',
      ),
      errorNameSignal('NotReady', 'Evicted', 'FailedScheduling'),
      weakWordSignal('rack|smart|ecc', 'node'),
    ],
    speaksAgainst: [mediumWordSignal('zone|region outage|lost')],
    steps: [
      'Run at least three copies of what users need, and forbid that two of them share a machine or all share a zone.',
      'Set a disruption budget, so that maintenance takes one copy at a time and waits for the next to be ready.',
      'Let copies with data catch up before the next machine is taken.',
      'Watch the early signs of machines that are about to fail, and empty them before they do.',
      'Switch off a random machine each week, in working hours.',
    ],
    proof: {
      check: 'Switch off any one machine of a test environment under load: the error rate must not leave its budget.',
      figure: 'Services with all copies on one machine or in one zone.',
    },
    effort: smallEffort(1, 3),
    doesNotCatch: ['Several machines that fail for one reason.', 'A store that exists once.'],
    sources: [kubernetesDocs.spread, kubernetesDocs.disruption, kubernetesDocs.drain],
  },
  {
    id: 'fencing-and-quorum',
    name: 'Quorum and fencing for leaders',
    promise: 'There is never more than one leader that can write, whatever the network does.',
    answers: [
      createGuardrailAnswer(
        ['infrastructure'],
        ['hardware', 'maintenance', 'traffic', 'deployment', 'config_push', 'time'],
        0.3,
        0.6,
      ),
      createGuardrailAnswer(
        ['data', 'code_defect', 'configuration'],
        ['hardware', 'maintenance', 'deployment'],
        0.15,
        0.4,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      strongWordSignal(
        'split brain',
        'two|both|dual|multiple primary|leader|master',
        'quorum|consensus lost|loss|no|broken|etcd|zookeeper|raft',
        'leader election|flapping|lost',
        'network partition',
        'fencing|stonith',
        'etcd|zookeeper|consul slow|down|lost|disk|unavailable|latency',
        'promoted wrong|stale|twice|replica|primary',
      ),
      weakWordSignal('failover primary|database'),
    ],
    speaksAgainst: [],
    steps: [
      'Let an odd number of members in at least three places decide who leads.',
      'Give each leader a number that only grows, and let stores refuse writes with an older one.',
      'Make a leader stop by itself when it cannot reach the majority, before another one starts.',
      'Put the members of the quorum on fast, unshared disks, and alarm on their latency.',
      'Cut the network between members in a test, in each possible way.',
    ],
    proof: {
      check: 'Cut the leader off in a test while it writes: none of its later writes may be accepted.',
      figure: 'Changes of leader per week that nobody asked for.',
    },
    effort: largeEffort(5, 12),
    doesNotCatch: ['A leader that works and does the wrong thing.'],
    sources: [sreBook.consensus, amazonBuildersLibrary.leaders],
  },
  {
    id: 'failing-hardware-watch',
    name: 'Redundant links and early signs of failing hardware',
    promise:
      'Parts that begin to fail are taken out before they do, and each link has a second one that carries the load.',
    answers: [
      createGuardrailAnswer(['infrastructure'], ['hardware', 'maintenance', 'time'], 0.2, 0.5),
      createGuardrailAnswer(['capacity', 'dependency'], ['hardware'], 0.1, 0.3),
    ],
    breadth: 0.15,
    speaksFor: [
      strongWordSignal(
        'switch|router|nic|optic|transceiver|port|linecard|link|cable|firewall failed|failure|fault|faulty|defective|flap|down|hardware|died|broken|crc',
        'packet loss|drop|corruption',
        'smart|ecc|memory|disk error|sectors|correctable',
        'battery|psu|fan|generator failed|failure|fault',
        'redundant missing|failed|lost|absent',
      ),
      weakWordSignal('network device|equipment', 'degraded raid'),
      resolutionSignal('self_resolved'),
    ],
    speaksAgainst: [],
    steps: [
      'Collect the counters of disks, memory, links and power that rise before a failure.',
      'Take a part out by itself when it passes its limit, and order its replacement.',
      'Give each link and power feed a second one on another path, and load neither above half.',
      'Pull one of each pair on purpose, twice a year.',
    ],
    proof: {
      check: 'Pull any one cable or feed in the agreed window: no user may notice.',
      figure: 'Share of failed parts that a warning had named before.',
    },
    effort: mediumEffort(3, 8),
    doesNotCatch: ['Sudden loss of a whole site.'],
    sources: [amazonBuildersLibrary.correlated, sreWorkbook.load],
  },
];
