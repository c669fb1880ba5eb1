import {
  type GuardrailLibraryEntry,
  guardrailEffort,
  guardrailSignal,
  preventsMechanisms,
  preventsShareOfFailures,
} from './entry.ts';
import { guardrailSources } from './guardrail-sources.ts';

export const infrastructureUpkeepGuardrails: readonly GuardrailLibraryEntry[] = [
  {
    id: 'separate-health-checks',
    name: 'Separate startup and liveness checks',
    promise: 'A slow start or a failing dependency never causes a restart.',
    prevents: [preventsMechanisms(['health-probe'], 0.5, 0.8), preventsMechanisms(['rollout-not-ready'], 0.1, 0.3)],
    knownAs: ['startup probe'],
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
      'Give each program three checks: whether it has started, whether it is ready for traffic, and whether it hangs and needs a restart.',
      'Keep the liveness check independent of other services, so that a slow database causes no restarts.',
      'Base the startup time limit on the slowest start measured under load and with a cold cache.',
      'Let the load balancer keep sending traffic when all replicas appear unhealthy at the same time.',
      'Test the checks with a slow start, a lost dependency and a deadlock.',
    ],
    check: 'In a test, make the start three times slower, then disconnect the database. Neither may cause a restart.',
    figure: 'Restarts caused by health checks, per week, and the share of them that helped.',
    effort: guardrailEffort.small(1, 2),
    doesNotCatch: [
      'It does not catch a program that answers its checks but does no useful work.',
      { statement: 'It does not give a program the memory that it needs to start.', mechanisms: ['memory-exhausted'] },
    ],
    sources: [guardrailSources.kubernetes.probes, guardrailSources.amazon.health, guardrailSources.azure.health],
  },
  {
    id: 'graceful-shutdown',
    name: 'Graceful shutdown',
    promise:
      'A process that is told to stop finishes or returns its work, so that restarts lose no request or message.',
    prevents: [
      preventsMechanisms(['all-at-once', 'node-lost'], 0.1, 0.3),
      preventsMechanisms(['backlog', 'rollout-not-ready'], 0.05, 0.25),
    ],
    knownAs: ['graceful shutdown'],
    answers: [
      preventsShareOfFailures(
        ['configuration', 'code_defect', 'infrastructure'],
        ['deployment', 'maintenance', 'hardware', 'traffic'],
        0.25,
        0.6,
      ),
      preventsShareOfFailures(['process', 'capacity'], ['deployment', 'maintenance'], 0.15, 0.4),
    ],
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
      'On the stop signal, report “not ready”, wait until the load balancer has noticed, then accept no new work.',
      'Finish current work within a fixed time, and return the rest to its queue.',
      'Make each consumer leave its group cleanly and keep its assignment across a short restart.',
      'Make the platform’s termination timeout longer than the longest unit of work.',
      'Replace replicas one at a time, and wait until each is ready.',
    ],
    check:
      'Restart all replicas one after another under load. No request may fail, and no message may be lost or processed twice.',
    figure: 'Errors and consumer lag in the five minutes around each rollout.',
    effort: guardrailEffort.small(1, 3),
    doesNotCatch: ['It does not help when a machine is lost without a stop signal.'],
    sources: [guardrailSources.kubernetes.pods, guardrailSources.twelveFactor.disposability],
  },
  {
    id: 'patch-cadence',
    name: 'Scheduled patching and version upgrades',
    promise: 'No image, operating system or platform version in production is older than its fixed upgrade interval.',
    prevents: [
      preventsMechanisms(['retired-version'], 0.4, 0.7),
      preventsMechanisms(['intrusion', 'faulty-update'], 0.15, 0.4),
    ],
    knownAs: ['patch schedule|cadence'],
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
      'List all images, operating systems, runtimes, interfaces and firmware with their versions and end-of-support dates.',
      'Upgrade them on fixed days, at least monthly, one group of machines first and the rest a few days later.',
      'Rebuild machines instead of changing them, so that a rollback is a redeployment.',
      'Disable automatic upgrades outside these days.',
      'Define a one-day process for vulnerabilities that are being exploited.',
    ],
    check: 'Run a daily check that fails if a machine or image in production is older than its interval.',
    figure: 'Age of the oldest image in production, in days.',
    effort: guardrailEffort.medium(3, 8),
    doesNotCatch: ['It does not catch defects in a new version that do not appear on the first group of machines.'],
    sources: [guardrailSources.other.patching, guardrailSources.other.endOfLife],
  },
];
