import type { SymptomKind } from '../theme.ts';

/** Alert titles that name the symptom and not the cause. */
export const symptomAlertTitles: Readonly<Record<SymptomKind, readonly string[]>> = {
  errors: [
    '{svc} 5xx <ratio|rate> {pct}% <({region})|>',
    '[FIRING:{n}] HighErrorRate {svc}',
    '<SLO|Budget> burn {svc} fast window',
    'Elevated errors on {svc}',
    '{svc} <availability|success rate> below target',
    'ALERT {svc} - error budget {pct}% spent',
  ],
  latency: [
    '{svc} p99 {ms}ms',
    '[FIRING:{n}] LatencyHigh {svc} {region}',
    '{svc} slow',
    'Apdex {svc} 0.{nn}',
    '{peer} timeouts calling {svc}',
  ],
  crash: [
    '[FIRING:{n}] KubePodCrashLooping {svc}',
    '{svc} pods <restarting|not ready>',
    'KubeDeploymentReplicasMismatch {svc}',
    '{svc} {n}/{nn} ready',
  ],
  queue: [
    '{svc} lag {big}',
    'Backlog {svc} <growing|{big} messages>',
    '[FIRING:{n}] ConsumerLagHigh {svc}',
    'Oldest item in {svc} queue {nn}m',
  ],
  disk: [
    '{host} disk {pct}%',
    '[FIRING:{n}] NodeFilesystemAlmostOutOfSpace {host}',
    '{svc}: no space left',
    'Filesystem <fills up|full> ({svc})',
  ],
  memory: ['{svc} memory {pct}%', '[FIRING:{n}] ContainerMemoryHigh {svc}', '{svc} OOMKilled', 'RSS of {pod} high'],
  probe: [
    '{svc} unreachable from outside',
    'Blackbox probe failed {svc}',
    '[FIRING:1] TargetDown {svc}',
    'Health check {svc} red',
  ],
  business: [
    '{topic} per minute <dropped|-{pct}%>',
    'Support: many tickets about {topic}',
    'Merchant escalation: {topic}',
    '{svc} business check failed',
    'Depots report trouble with {topic}',
  ],
};

/** Notes that say nothing about the failure. */
export const notesWithoutContent: readonly string[] = [
  'ack, looking',
  'on it',
  'me and {who} in the bridge',
  '+1 seeing it too',
  'any change going out right now?',
  'no deploys that I know of',
  'paging {who}',
  'comms sent to support',
  'graphs: https://grafana.larkhaul.net/d/{hex}/{svc}?from=now-1h',
  'customer impact: <some|unclear|{big} parcels>. next update {hhmm}',
  'not sure yet, <db|network|last release>?',
  'restarting {svc} to see',
  'restart did <nothing|not help>',
  'sev <2|3>? {who} please decide',
  'cc {who} {who}',
  'back from dinner, reading up',
  'checked {peer}, looks ok',
  '{peer} alarms too, probably fallout',
  'handover to {who}',
  'runbook link is dead :(',
  'raised to P<1|2>... no, back',
  'Sent from the PagerDuty app - {who}',
  'dashboards load slowly too',
  'who owns {svc} these days?',
];

export const incidentClosingNotes: readonly string[] = [
  'resolved',
  'all green',
  'closing',
  'stable for 30 min, closing',
  'Postmortem doc: https://wiki.larkhaul.net/pm/{big}',
  'write-up will follow <tomorrow|this week>',
  'thanks {who}',
  '',
];

/** Notes that name the causing change, with `{culprit}` as its number or sha. */
export const causingChangeNotes: readonly string[] = [
  'started right after {culprit} <went live|was deployed>',
  '{culprit} is the only thing that <changed|went out>',
  'suspect {culprit}',
  'timing fits {culprit}',
  'bisected to {culprit}',
  'release of {hhmm} ({culprit})',
];

/** Notes that name the resolving change, with `{remedy}` as its number or sha. */
export const resolvingChangeNotes: readonly string[] = [
  '{remedy} <deployed|is out>, watching',
  '<reverted|rolled back> with {remedy}',
  'fixed by {remedy}',
  '{remedy} is live, <errors gone|recovering>',
  'merged {remedy}',
];

export const pullTemplates: readonly string[] = [
  '{text}',
  '## What\n{text}\n\n## Why\n{ticket}\n\n## Checklist\n- [x] tests\n- [ ] docs\n- [ ] feature switch\n- [x] I thought about rollback',
  '### Description\n{text}\n\n### Risk\n<low|medium|none, I hope>\n\n### How to test\n<see ticket|run it|make check>\n\n<!-- do not remove: release-notes: none -->',
  '{ticket}\n\n{text}\n\nSigned-off-by: release-train',
  '',
];
