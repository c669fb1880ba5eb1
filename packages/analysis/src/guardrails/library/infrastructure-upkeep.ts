import { type GuardrailLibraryEntry, guardrailEffort, guardrailSignal, preventsShareOfFailures } from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const infrastructureUpkeepGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'separate-health-checks',
    name: 'Health checks that tell starting, busy and dead apart',
    promise:
      'Only what is dead is restarted, only what is ready gets traffic, and a dependency’s trouble restarts nothing.',
    answers: [
      preventsShareOfFailures(
        ['configuration', 'infrastructure'],
        ['deployment', 'traffic', 'config_push', 'hardware', 'dependency_change'],
        0.3,
        0.7,
      ),
      preventsShareOfFailures(
        ['capacity', 'code_defect', 'dependency'],
        ['deployment', 'traffic', 'dependency_change'],
        0.1,
        0.35,
      ),
    ],
    breadth: 0.05,
    speaksFor: [
      guardrailSignal.strongWords(
        'liveness|readiness|startup probe|check',
        'health check|healthcheck|probe fail|timeout|tight|aggressive|short|restart|kill|removed|slow|path|port|wrong',
        'healthcheck|livenessprobe|readinessprobe|initialdelayseconds',
        'probe kill|restart|slow|start|warm|warmup',
        'restarted|killed|crashloop before|slow|starting|ready|warm|boot|startup',
        'progress deadline',
      ),
      guardrailSignal.errorNames('CrashLoopBackOff'),
      guardrailSignal.weakWords('restart loop', 'unhealthy target|instance|host'),
    ],
    steps: [
      'Give each program three checks: started, ready for traffic, and stuck beyond repair.',
      'Keep the check for stuck free of dependencies, so that a slow database does not restart everything.',
      'Set the time for starting from the slowest start that was measured, under load and with a cold cache.',
      'Let the balancer keep sending traffic when all copies look ill at once.',
      'Test the checks like code: slow start, lost dependency, deadlock.',
    ],
    check:
      'Slow the start down threefold, then cut off the database, in a test: nothing may be restarted in either case.',
    figure: 'Restarts by a health check per week, and how many of them helped.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: ['A program that answers its checks and does nothing else.'],
    sources: [guardrailSources.kubernetes.probes, guardrailSources.amazon.health, guardrailSources.azure.health],
  },
  {
    id: 'graceful-shutdown',
    name: 'Graceful shutdown and hand-over',
    promise: 'A program that is replaced finishes what it has begun, and its work is handed over without a storm.',
    answers: [
      preventsShareOfFailures(
        ['configuration', 'code_defect', 'infrastructure'],
        ['deployment', 'maintenance', 'hardware', 'traffic'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['process', 'capacity'], ['deployment', 'maintenance'], 0.15, 0.4),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'graceful|gracefully shutdown|drain|stop|termination',
        'sigterm|prestop|terminationgraceperiod',
        'rebalance|rebalancing consumer|group|storm|partition|kafka|constantly|loop|endless|join',
        'consumer group|session|heartbeat timeout|rebalance|rebalancing|evicted|kicked|left|leave|rejoin',
        'in flight|inflight request|message|job lost|dropped|cut|aborted|interrupted|killed|reset',
        'connection reset|dropped|drained during|rolling|deploy|deployment|restart|rollout',
        '502|503|errors every|each|during|short deploy|deployment|release|rollout|restart',
      ),
      guardrailSignal.errorNames('SIGTERM', 'ECONNRESET'),
    ],
    steps: [
      'On the signal to stop: say not ready, wait until the balancer knows, then take nothing new.',
      'Finish what is in hand within a known time; hand the rest back to its queue.',
      'Tell the group of consumers that one leaves, keep its place over a restart, and take partitions one by one.',
      'Set the time that the platform waits to longer than the longest piece of work.',
      'Replace copies one after another, with the next only when the last is ready.',
    ],
    check:
      'Restart every copy under load in a test, one after another: no request may fail and no message may be handled twice or lost.',
    figure: 'Errors and lag in the five minutes around each rollout.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['Machines that vanish without a signal.'],
    sources: [guardrailSources.kubernetes.pods, guardrailSources.twelveFactor.disposability],
  },
  {
    id: 'patch-cadence',
    name: 'A cadence for images and operating systems',
    promise:
      'Base images, operating systems and firmware are renewed in small steps on fixed days, before they force it.',
    answers: [
      preventsShareOfFailures(
        ['infrastructure', 'security_access'],
        ['maintenance', 'dependency_change', 'time', 'hardware', 'deployment'],
        0.2,
        0.5,
      ),
      preventsShareOfFailures(
        ['dependency', 'expiry_time', 'process'],
        ['maintenance', 'dependency_change', 'time'],
        0.15,
        0.4,
      ),
    ],
    breadth: 0.1,
    speaksFor: [
      guardrailSignal.strongWords(
        'kernel|firmware|bios|hypervisor|openssl|glibc patch|update|upgrade|bug|outdated|vulnerability',
        'base image outdated|old|update|upgrade|vulnerability|changed',
        'end life|support version|reached|unsupported',
        'unpatched|outdated version|server|image|system|software|release',
        'cve',
        'vulnerability patch|exploited|unpatched|software|disclosed',
        'unattended|automatic upgrade|update reboot|restart|broke|night',
      ),
      guardrailSignal.paths('dockerfile', 'packer', 'ami'),
    ],
    steps: [
      'List images, operating systems, runtimes and firmware with their version and the day their support ends.',
      'Renew them on fixed days, at least monthly, one group of machines first and the rest a few days later.',
      'Build machines anew rather than changing them, so that a step back is a redeployment.',
      'Turn off upgrades that happen by themselves at night outside of this cadence.',
      'Keep a fast lane of one day for holes that are being used.',
    ],
    check: 'A daily check fails when any machine or image in production is older than its cadence allows.',
    figure: 'Age of the oldest image in production, in days.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['Defects that are new in the newest version, except for the first group of machines.'],
    sources: [guardrailSources.other.patching, guardrailSources.other.endOfLife],
  },
];
