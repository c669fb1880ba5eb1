import type { Mechanism } from '../mechanism.ts';

export const infrastructureMechanisms: readonly Mechanism[] = [
  {
    id: 'power-or-cooling',
    name: 'Power or cooling lost',
    clause: '… loses power or cooling',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'power outage|loss|failure|supply|cut|lost|interruption|event|surge|failed|utility|feed|restored',
      'generator|generators|pdu|pdus|transformer|breaker|batteries|battery fail|failed|failure|trip|tripped|fault|did|switch|start',
      'cooling|temperature|temperatures|hvac|chiller|chillers|overheat|overheated|overheating|heat',
      'fire|flood|flooding|lightning|storm|hurricane|earthquake|weather datacenter|data|facility|damage|suppression|struck|strike|power',
    ],
  },
  {
    id: 'hardware-failed',
    name: 'Hardware failed',
    clause: 'hardware under … fails',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'hardware failure|failed|fault|faulty|issue|error|problem|malfunction|defect|degraded',
      'disk|drive|ssd|raid|controller|nic|memory|dimm|switch|router|fan|psu|card failed|failure|died|fault|faulty|malfunction|broken|dead|replaced',
      'faulty|failed|dead|defective disk|drive|switch|router|card|cable|nic|device|module|optic|transceiver',
      'ecc|firmware error|bug|fault',
    ],
  },
  {
    id: 'network-failed',
    name: 'Network failure',
    clause: 'the network of … fails',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'fiber|fibre|cable|cables|undersea cut|cuts|damage|damaged|severed',
      'network partition|partitioned|outage|congestion|congested|flapping|flap|fault|interruption',
      'network device|equipment|hardware|switch|router|link|port|path failure|failed|fault|faulty|malfunction|down',
      'packet loss|drop|drops|dropped',
      'split brain',
      'lost|loss|losing|intermittent connectivity|network',
      'link|links|interface flap|flapping|flapped|down|failed|congestion|saturated',
    ],
    hints: [
      'network failure|loss|connectivity|unreachable|issue|issues|problem',
      'vpn|tunnel|peering|nat|transit down|failed|lost|broken|unavailable',
    ],
  },
  {
    id: 'zone-outage',
    name: 'Availability zone or data centre lost',
    clause: '… loses a zone or data centre',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'availability|az|zone|datacenter|datacentre outage|lost|loss|offline|failed|down',
      'data center|centre|centers|centres outage|lost|loss|down|failure|failed|offline|power',
    ],
  },
  {
    id: 'node-lost',
    name: 'Machine or node lost',
    clause: '… loses a machine',
    isGeneral: true,
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'node|nodes|instance|host|vm|machine|server crashed|lost|died|unreachable|rebooted|retired|preempted|reclaimed|notready|unresponsive|hung|offline',
      'spot|preemptible instance|instances|node|nodes|interruption|reclaimed|terminated|interrupted',
      'node not ready',
      'notready|kernel panic',
      'kernel panic|bug|crash|hang',
      'lost|loss|no quorum|leader|primary|master',
    ],
    hints: [
      'node|nodes|instances|hosts|vms|machines|servers|master terminated|down|failed|unhealthy|stopped|evicted',
      'failover failed|failure|unplanned|unexpected|stuck',
    ],
  },
  {
    id: 'storage-failed',
    name: 'Storage failure',
    clause: 'the storage of … fails',
    cause: 'infrastructure',
    trigger: 'hardware',
    phrases: [
      'volume|volumes|ebs|nfs|efs|filestore|storage|pv|pvc|mount|mounts|filesystem detach|detached|stuck|failed|failure|attach|attached|attaching|unreachable|unavailable|readonly|hung|stale|degraded|corrupt|unmounted|latency',
      'read only filesystem|volume|mode',
      'storage array|system|subsystem|backend|cluster failure|failed|fault|outage|degraded|latency',
    ],
  },
];
