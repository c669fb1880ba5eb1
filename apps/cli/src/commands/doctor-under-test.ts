import { createPathResponder, sendJson, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest } from '../create-connection-under-test.ts';
import { examineInstanceThroughApi } from './doctor.ts';

export const exampleConnection = createConnectionUnderTest();
export const exampleConnectionHealth = {
  account: 'acme',
  visible: ['acme/api', 'acme/web'],
  missing: [],
  budget: { limit: 5_000, remaining: 4_900, resetsAt: '2026-01-01T01:00:00.000Z' },
  respondedAt: '2026-01-01T00:30:00.000Z',
};
export const exampleCompleteness = {
  since: '2025-12-02T00:00:00.000Z',
  until: '2026-01-01T00:00:00.000Z',
  existing: 200,
  stored: 200,
  gaps: [],
  days: [],
  uncompared: [],
};
export const exampleBackfillStream = {
  stream: 'pulls:acme/api',
  state: 'done',
  records: 2,
  expected: 2,
  problem: null,
};
const timing = { perSecond: null, secondsLeft: null };
export const exampleBackfillProgress = {
  connectionId: 'c1',
  since: null,
  state: 'done',
  syncedAt: null,
  records: 2,
  expected: 2,
  pending: 0,
  ...timing,
};
const queue = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0, isPaused: false };
export const page = (...items: object[]) => ({ items, next: null, total: items.length, period: null });
export const exampleUnreadableRecord = {
  id: '7',
  type: 'github.commit',
  deliveryKey: 'acme/api@abc',
  problem: 'commit.sha is missing',
  receivedAt: '2026-01-01T00:00:00.000Z',
};
export const exampleImprovement = {
  impactHours: null,
  id: 'i1',
  patternId: 'p1',
  patternName: 'Certificate expired',
  guardrailName: null,
  effortDays: null,
  state: 'proposed',
  repository: 'acme/api',
  title: 'Renew it by itself',
  services: ['api'],
  episodes: 3,
  lastAt: '2026-01-01T00:00:00.000Z',
  reason: null,
  note: null,
  guardrailId: null,
  peopleHours: null,
  approvedBy: null,
  approver: null,
  lastDecision: null,
  problem: null,
  issueNumber: null,
  issueUrl: null,
  issueState: null,
  openedAt: null,
  snoozedUntil: null,
  fix: null,
  effect: null,
  pastFixes: [],
  stateSince: '2026-01-01T00:00:00.000Z',
  teams: [],
  previousIssueUrl: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
export const exampleConnectionStatus = {
  connectionId: 'c1',
  provider: 'github',
  isActive: true,
  lastReceivedAt: null,
  webhook: 'active',
  existing: 200,
  stored: 200,
  unreadable: 0,
};
export const exampleQueueStatus = { waiting: 0, active: 0, delayed: 0, failed: 0, isPaused: false, oldestSeconds: 0 };
export const exampleDeadLetterCount = { kind: 'job', queue: 'ingest', count: 1 };
export const createBacklogResponse = (fields: object) => ({
  queues: { ingest: exampleQueueStatus },
  pending: 0,
  lag: { parse: 0, cluster: 0, report: 0 },
  deadLetters: [],
  connections: [exampleConnectionStatus],
  aheadSeconds: 0,
  ...fields,
});
export const exampleSecuritySettings = {
  publicUrl: 'https://refrain.acme.example',
  trustsProxies: true,
  signInBy: ['GitHub'],
  allowsSignInLinks: false,
  people: 3,
  admins: 1,
  lastingTokens: ['CI'],
};
export const exampleSubscription = {
  id: 's1',
  kind: 'slack',
  address: 'https://hooks.slack.com/…',
  events: ['digest_written'],
  period: null,
  scope: { kind: 'organisation' },
  state: 'on',
  reason: null,
  lastDeliveredAt: null,
  lastProblem: null,
  lastProblemAt: null,
  pending: 0,
  givenUp: 0,
  createdAt: '2026-01-01T00:00:00.000Z',
};
export const exampleErasure = {
  id: 'f1',
  kind: 'person',
  state: 'pending',
  step: null,
  rows: {},
  kept: [],
  requestedBy: 'Ann',
  requestedAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
};
export const exampleEncryptionKey = { id: '0a0b0c0d', isPresent: true, isGiven: true, isNeeded: true, values: 9 };
export const exampleKeyRotation = {
  keyId: '0a0b0c0d',
  state: 'running',
  total: 9,
  done: 4,
  unreadable: 0,
  requestedBy: 'Ann',
  begunAt: '2026-01-01T00:00:00.000Z',
  endedAt: null,
};
export const createPolicyResponse = (fields: object) => ({ policy: fields, decidedBy: null, decidedAt: null });
/** The present time in these tests. Ages are computed relative to it. */
const soon = Date.parse('2026-01-01T23:00:00.000Z');
export const oneDayLaterMs = Date.parse('2026-01-02T01:00:00.000Z');
export const healthyApiResponses = {
  '/readyz': { ok: true },
  '/v1/session': { signedIn: true, user: { id: 'local', name: 'Local admin', role: 'admin' } },
  '/v1/connections': page(exampleConnection),
  '/v1/connections/c1/health': exampleConnectionHealth,
  '/v1/connections/c1/problems': page(),
  '/v1/connections/c1/progress': { ...exampleBackfillProgress, streams: [exampleBackfillStream] },
  '/v1/connections/c1/completeness': exampleCompleteness,
  '/v1/connections/c1/unreadable': page(),
  '/v1/status': {
    failures: 5,
    changes: 3,
    patterns: 1,
    unassigned: { failures: 2, of: 5 },
    pending: 0,
    queues: { ingest: queue },
    busy: false,
    isFirstAnalysis: false,
  },
  '/v1/backlog': createBacklogResponse({}),
  '/v1/improvements?state=proposed': page(exampleImprovement),
  '/v1/catalogue?status=suggested': page(),
  '/v1/policy': createPolicyResponse({}),
  '/v1/subscriptions': page(exampleSubscription),
  '/v1/erasures': page({ ...exampleErasure, state: 'done' }),
  '/v1/encryption': { keys: [exampleEncryptionKey], rotation: null },
  '/v1/security': exampleSecuritySettings,
};

const refusals: Readonly<Record<number, object>> = {
  404: { code: 'not_found', detail: 'There is no connection c1.' },
  429: { code: 'rate_limited', detail: 'Too many requests from you. Try again in 9 s.' },
  500: { code: 'internal', detail: "An internal error occurred. Refrain's log has the cause." },
  503: { code: 'unavailable', detail: 'Redis is away: start it.' },
};

/**
 * Examines a simulated API, which is healthy except for the given responses.
 * @param answers responses by path and query (without `limit`); a number stands for an error with that HTTP status
 */
export async function examineSimulatedApi(answers: Readonly<Record<string, unknown>>, now = soon) {
  const all: Readonly<Record<string, unknown>> = { ...healthyApiResponses, ...answers };
  const api = await startSimulatedApi((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    searchParams.delete('limit');
    const answer = all[searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`];
    if (typeof answer === 'number') sendJson(response, answer, refusals[answer]);
    else createPathResponder({ [pathname]: answer })(request, response);
  });
  return examineInstanceThroughApi(api, now);
}

export async function findSimulatedApiProblems(answers: Readonly<Record<string, unknown>>, now = soon) {
  const findings = await examineSimulatedApi(answers, now);
  return findings.flatMap(({ ok, what, advice }) => (ok ? [] : [{ what, advice }]));
}
