import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest, createWebhookUnderTest } from '../create-connection-under-test.ts';
import { examineInstanceThroughApi } from './doctor.ts';
import { describeDoctorFindings, sortDoctorFindings } from './doctor-finding.ts';
import {
  createBacklogResponse,
  createPolicyResponse,
  examineSimulatedApi,
  exampleBackfillProgress,
  exampleBackfillStream,
  exampleCompleteness,
  exampleConnection,
  exampleConnectionHealth,
  exampleConnectionStatus,
  exampleDeadLetterCount,
  exampleEncryptionKey,
  exampleErasure,
  exampleImprovement,
  exampleKeyRotation,
  exampleQueueStatus,
  exampleSecuritySettings,
  exampleSubscription,
  exampleUnreadableRecord,
  findSimulatedApiProblems,
  healthyApiResponses,
  oneDayLaterMs,
  page,
} from './doctor-under-test.ts';

const refused = { type: 'about:blank', title: 'forbidden', status: 403, code: 'forbidden', retryable: false };

test('doctor reports no problems and no advice for a healthy installation', async () => {
  const findings = await examineSimulatedApi({});
  expect(findings.filter(({ ok, advice }) => !ok || advice !== '')).toEqual([]);
  expect(findings.slice(2).map(({ what }) => what)).toEqual([
    '1 connections',
    'github acme (c1) is active',
    'github acme (c1) is responding and shows 2 repositories; 4900 of 5000 requests left',
    'github acme (c1): 0 permissions missing',
    'github acme (c1): its webhook is active',
    'github acme (c1): 1 of 1 streams are complete, 0 failed',
    'github acme (c1): 200 of 200 records of the last 30 days are stored (100 %), 0 days with gaps',
    'github acme (c1): 0 records could not be parsed',
    'the queue ingest: 0 jobs waiting, 0 running, 0 delayed',
    '0 records waiting to be parsed: none has waited long',
    'failures waiting to be clustered: none has waited long',
    'patterns waiting to be reported: none has waited long',
    '0 jobs failed for good',
    '0 messages were not accepted by their receiver',
    '5 failures, 1 patterns, 0 records to process',
    '0 proposed improvements without a repository',
    '0 suggested catalogue entries need a decision',
    '1 subscriptions, none of which is failing',
    '0 erasures are not finished',
    '0 encryption keys are missing',
    "Refrain's address is https://refrain.acme.example, from REFRAIN_PUBLIC_URL",
    '3 people may sign in (by GitHub), 1 of them as admin; tokens that do not expire: CI',
  ]);
});

test.each([
  ['http://refrain.acme.example', true, false, []],
  ['https://refrain.acme.example', false, true, ['no proxy is trusted']],
  ['http://127.0.0.1:4400', false, true, ["Refrain's address is http://127.0.0.1:4400, on this machine only"]],
  ['http://[::1]:4400', false, true, ["Refrain's address is http://[::1]:4400, on this machine only"]],
])('doctor checks the public URL %s for TLS and a trusted proxy', async (publicUrl, trustsProxies, ok, notes) => {
  const findings = await examineSimulatedApi({
    '/v1/security': { ...exampleSecuritySettings, publicUrl, trustsProxies },
  });
  expect(findings.find(({ what }) => what.includes(publicUrl))?.ok).toBe(ok);
  expect(
    findings.flatMap(({ subject, ok: isWell, advice, what }) =>
      subject === 'security' && isWell && advice ? [what] : [],
    ),
  ).toEqual(notes);
});

const webhookOf = (webhook: object) => ({ '/v1/connections': page({ ...exampleConnection, webhook }) });

test.each([
  [
    'a connection that needs attention',
    {
      '/v1/connections': page({
        ...exampleConnection,
        status: 'needs_attention',
        statusReason: 'GitHub refuses the token: renew it.',
      }),
    },
    'github acme (c1) needs attention',
    'GitHub refuses the token: renew it.',
  ],
  [
    'everything that is wrong with it',
    {
      '/v1/connections': page({ ...exampleConnection, status: 'needs_attention', statusReason: 'And 1 more.' }),
      '/v1/connections/c1/problems': page(
        { subject: 'a', problem: 'Do this.' },
        { subject: 'b', problem: 'Do that.' },
        { subject: 'c', problem: 'Do this.' },
      ),
    },
    'github acme (c1) needs attention',
    'Do this.\nDo that.',
  ],
  [
    'a webhook that is turned off',
    webhookOf(createWebhookUnderTest('disabled', 'Turn it on there.')),
    'github acme (c1): its webhook is disabled',
    'Turn it on there.',
  ],
  [
    'a webhook whose deliveries do not arrive',
    webhookOf(createWebhookUnderTest('silent', 'Open the firewall.')),
    'github acme (c1): its webhook is silent',
    'Open the firewall.',
  ],
  [
    'days with gaps',
    {
      '/v1/connections/c1/completeness': {
        ...exampleCompleteness,
        stored: 198,
        gaps: [
          { stream: 'pulls:acme/api', day: '2025-12-20' },
          { stream: 'pulls:acme/api', day: '2025-12-04' },
        ],
      },
    },
    'github acme (c1): 198 of 200 records of the last 30 days are stored (99 %), 2 days with gaps',
    'pulls:acme/api: records are missing on 2025-12-20, 2025-12-04\nThey are read again automatically within hours. To compare now: npx refrain completeness c1 --now',
  ],
  [
    'a failed stream',
    {
      '/v1/connections/c1/progress': {
        ...exampleBackfillProgress,
        streams: [{ ...exampleBackfillStream, state: 'failed', problem: 'No access' }],
      },
    },
    'github acme (c1): 0 of 1 streams are complete, 1 failed',
    'pulls:acme/api: No access\nThen run npx refrain backfill c1',
  ],
  [
    'an unreadable record',
    {
      '/v1/connections/c1/unreadable': { ...page(exampleUnreadableRecord), total: 120 },
      '/v1/backlog': createBacklogResponse({ connections: [{ ...exampleConnectionStatus, unreadable: 120 }] }),
    },
    'github acme (c1): 120 records could not be parsed',
    'github.commit: commit.sha is missing; they are kept and can be parsed by a later version',
  ],
  [
    'a dead letter of a job',
    {
      '/v1/backlog': createBacklogResponse({
        deadLetters: [exampleDeadLetterCount, { ...exampleDeadLetterCount, kind: 'record', count: 4 }],
      }),
      '/v1/dead-letters?kind=job': page({
        id: 'job-1',
        kind: 'job',
        at: '2026-01-01T00:00:00.000Z',
        queue: 'ingest',
        name: 'pull-stream',
        subject: '',
        connectionId: null,
        subscriptionId: null,
        code: 'not_found',
        problem: 'It is gone.',
        attempts: 1,
        isReplaying: false,
        replay: 'none',
        advice: 'Discard it.',
      }),
    },
    '1 jobs failed for good',
    'pull-stream: It is gone. Discard it. List all: npx refrain dead-letters list',
  ],
  [
    'times that are stored ahead of the clock',
    { '/v1/backlog': createBacklogResponse({ aheadSeconds: 40 * 86_400 }) },
    "Stored times are 40 days ahead of PostgreSQL's clock",
    'Compare that clock with the correct time, and set it if it is slow: timedatectl\nIf it is correct, it was fast earlier. Streams are then synced again from now on, and data stored in between keeps its wrong times.',
  ],
  [
    'a stalled queue',
    {
      '/v1/backlog': createBacklogResponse({
        queues: { ingest: { ...exampleQueueStatus, waiting: 4, oldestSeconds: 1_500 } },
      }),
    },
    'the queue ingest: 4 jobs waiting, 0 running, 0 delayed, the oldest for 25 minutes',
    'No worker is starting these jobs. Possible causes, most likely first: the ingest-worker is not running, it is stuck (restart it), or there is too much work for one worker (start another).',
  ],
  [
    'records that are not parsed',
    { '/v1/backlog': createBacklogResponse({ pending: 7, lag: { parse: 9_000, cluster: 0, report: 0 } }) },
    '7 records waiting to be parsed, the oldest for 3 hours',
    'Possible causes, most likely first: a problem listed above, failing jobs of the ingest-worker (its log has the reason), or more work than it can handle.',
  ],
  [
    'a subscription that was switched off',
    {
      '/v1/subscriptions': page(exampleSubscription, {
        ...exampleSubscription,
        id: 's2',
        state: 'off',
        lastProblem: 'The receiver answered 500.',
        reason: 'Nothing could be delivered for days.',
      }),
    },
    'slack https://hooks.slack.com/… (s2) is switched off',
    'Nothing could be delivered for days.\nThe receiver answered 500.\nAfter correcting that: npx refrain subscriptions test s2',
  ],
  [
    'a subscription that fails',
    { '/v1/subscriptions': page({ ...exampleSubscription, lastProblem: 'The receiver answered 500.' }) },
    'slack https://hooks.slack.com/… (s1) is not accepting deliveries',
    'The receiver answered 500.\nAfter correcting that: npx refrain subscriptions test s1',
  ],
  [
    'a stalled erasure',
    { '/v1/erasures': page(exampleErasure, { ...exampleErasure, id: 'f2', state: 'done' }) },
    '1 erasures are not finished',
    'f1 was requested at 2026-01-01T00:00:00.000Z\nThe ingest-worker does this. A problem listed above is delaying it, or its log has the reason',
  ],
  [
    'a stalled rotation',
    { '/v1/encryption': { keys: [exampleEncryptionKey], rotation: exampleKeyRotation } },
    'key rotation to 0a0b0c0d: 4 of 9 values, since 2026-01-01T00:00:00.000Z',
    'The ingest-worker does this. A problem listed above is delaying it, or its log has the reason',
  ],
  [
    'values that a rotation could not decrypt',
    {
      '/v1/encryption': {
        keys: [exampleEncryptionKey],
        rotation: { ...exampleKeyRotation, state: 'done', unreadable: 2 },
      },
    },
    '2 values could not be re-encrypted',
    'None of the configured keys decrypts them, or a process uses another key. Give all processes the same keys, then run npx refrain keys rotate',
  ],
  [
    'a key that is missing',
    {
      '/v1/encryption': {
        keys: [exampleEncryptionKey, { ...exampleEncryptionKey, id: '11111111', isPresent: false, isGiven: false }],
        rotation: null,
      },
    },
    '1 encryption keys are missing',
    '11111111: add each to REFRAIN_ENCRYPTION_OTHER_KEYS of all processes, and restart them',
  ],
])('doctor reports %s as a problem with what to do', async (_case, answers, what, advice) => {
  expect(await findSimulatedApiProblems(answers, oneDayLaterMs)).toEqual([{ what, advice }]);
});

test('doctor reports a paused queue as a problem, and names the page on which to resume it', async () => {
  const queues = { ingest: { ...exampleQueueStatus, waiting: 4, isPaused: true }, analysis: exampleQueueStatus };
  expect(await findSimulatedApiProblems({ '/v1/backlog': createBacklogResponse({ queues }) })).toEqual([
    {
      what: 'The queue ingest is paused, and 4 jobs are waiting in it',
      advice: expect.stringMatching(/^Resume it as an admin: http:\/\/127\.0\.0\.1:\d+\/settings\/queues\n/u),
    },
  ]);
});

test('doctor reports a refused credential with the provider’s own message', async () => {
  const findings = await examineSimulatedApi({ '/v1/connections/c1/health': undefined });
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    { subject: 'provider', ok: false, what: 'github acme (c1) answers', advice: expect.any(String) },
  ]);
});

test.each([
  [
    'improvements without a repository',
    {
      '/v1/improvements?state=proposed': page(exampleImprovement, {
        ...exampleImprovement,
        id: 'i2',
        repository: null,
      }),
    },
    ['Approve them with a repository, or set a fallback repository for all: npx refrain policy set --help'],
  ],
  [
    'permissions that are missing',
    {
      '/v1/connections/c1/health': {
        ...exampleConnectionHealth,
        missing: [
          { permission: 'Checks: read', costs: 'annotations' },
          { permission: 'Actions: read', costs: 'failed runs' },
        ],
      },
    },
    ['Checks: read: annotations\nActions: read: failed runs'],
  ],
  [
    'a rate limit that is nearly used up',
    {
      '/v1/connections/c1/health': {
        ...exampleConnectionHealth,
        budget: { ...exampleConnectionHealth.budget, remaining: 400 },
      },
    },
    ['Refrain is waiting until 2026-01-01T01:00:00.000Z to leave the remaining requests to others.'],
  ],
  ['a webhook that may not be', webhookOf(createWebhookUnderTest('refused', 'Give it more.')), ['Give it more.']],
  [
    'a webhook that nobody could set up',
    webhookOf(createWebhookUnderTest('none', 'Set the address.')),
    ['Set the address.'],
  ],
  [
    'a webhook that was set up just now',
    webhookOf(createWebhookUnderTest('silent')),
    ['It has been set up, but its first delivery has not arrived yet. Check again in a few minutes.'],
  ],
  [
    'an account that was connected and never backfilled',
    {
      '/v1/connections/c1/progress': {
        ...exampleBackfillProgress,
        state: 'none',
        records: 0,
        expected: null,
        streams: [],
      },
    },
    ['Its history has not been imported. Run npx refrain backfill c1'],
  ],
  [
    'streams that were never compared',
    { '/v1/connections/c1/completeness': { ...exampleCompleteness, uncompared: ['runs:acme/api'] } },
    ['runs:acme/api: each is compared within a day of its backfill. To compare now: npx refrain completeness c1 --now'],
  ],
  [
    'suggestions that wait',
    { '/v1/catalogue?status=suggested': { items: [], next: null, total: 4 } },
    ['Decide on them: npx refrain catalogue list --status suggested'],
  ],
  [
    'a policy in dry run',
    { '/v1/policy': createPolicyResponse({ dryRun: true }) },
    [
      'To list what would be written: npx refrain writes --state planned. To end the dry run: npx refrain policy set dryRun=false',
    ],
  ],
  ['a running erasure', { '/v1/erasures': page(exampleErasure) }, ['Their progress: npx refrain erase list']],
  [
    'a running rotation',
    { '/v1/encryption': { keys: [exampleEncryptionKey], rotation: exampleKeyRotation } },
    ['Its progress: npx refrain keys status'],
  ],
  [
    'values of a former key',
    {
      '/v1/encryption': {
        keys: [exampleEncryptionKey, { ...exampleEncryptionKey, id: '11111111', isPresent: false }],
        rotation: null,
      },
    },
    ['To encrypt them with the current key: npx refrain keys rotate'],
  ],
])('doctor reports %s as a note, not a problem', async (_what, answers, advices) => {
  const findings = await examineSimulatedApi(answers);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.flatMap(({ advice }) => (advice === '' ? [] : [advice]))).toEqual(advices);
});

test('doctor lists causes before their effects, and says that the first problem may cause the others', async () => {
  const findings = sortDoctorFindings(
    await examineSimulatedApi({
      '/v1/connections': page({ ...exampleConnection, status: 'needs_attention', statusReason: 'Renew it.' }),
      '/v1/connections/c1/progress': {
        ...exampleBackfillProgress,
        streams: [{ ...exampleBackfillStream, state: 'failed', problem: 'No access' }],
      },
      '/v1/connections/c1/completeness': {
        ...exampleCompleteness,
        gaps: [{ stream: 'pulls:acme/api', day: '2025-12-20' }],
      },
      '/v1/backlog': createBacklogResponse({
        queues: { ingest: { ...exampleQueueStatus, waiting: 4, oldestSeconds: 1_500 } },
        lag: { parse: 0, cluster: 9_000, report: 0 },
      }),
    }),
  );
  expect(findings.slice(0, 6).map(({ ok, subject }) => (ok ? 'ok' : subject))).toEqual([
    ...['queue', 'connection', 'stream', 'completeness', 'backlog', 'ok'],
  ]);
  expect(describeDoctorFindings(findings)).toMatch(
    /^WRONG the queue ingest: 4 jobs waiting[^\n]*\n.*\n\nThere are 5 problems\. The first is the likeliest cause of the others\.$/su,
  );
});

test('doctor reports to viewers everything that they may see, and which checks need an admin', async () => {
  const all: Readonly<Record<string, unknown>> = {
    ...healthyApiResponses,
    '/v1/backlog': createBacklogResponse({
      connections: [{ ...exampleConnectionStatus, unreadable: 3 }],
      deadLetters: [exampleDeadLetterCount],
    }),
  };
  const detail = 'This request requires the role admin, but your role is viewer. Ask an admin for the role admin.';
  const api = await startSimulatedApi((request, response) => {
    const asked = (request.url ?? '').replace(/[?&]limit=\d+/u, '');
    if (/health$|unreadable$|dead-letters|subscriptions|erasures|encryption/u.test(asked))
      sendJson(response, 403, { ...refused, detail });
    else sendJson(response, 200, all[asked]);
  });
  const findings = await examineInstanceThroughApi(api);
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    {
      subject: 'unreadable',
      ok: false,
      what: 'github acme (c1): 3 records could not be parsed',
      advice: 'An admin can see the reason; they are kept and can be parsed by a later version',
    },
    {
      subject: 'jobs',
      ok: false,
      what: '1 jobs failed for good',
      advice: 'An admin can see the reason: npx refrain dead-letters list',
    },
  ]);
  expect(findings).toContainEqual({
    subject: 'provider',
    ok: true,
    advice: detail,
    what: 'github acme (c1): access to the provider: not checked',
  });
  expect(findings.map(({ what }) => what)).toContain('github acme (c1): 1 of 1 streams are complete, 0 failed');
});

test('doctor runs the checks that the scope of a token permits, and says that the others were not run', async () => {
  const all: Readonly<Record<string, unknown>> = healthyApiResponses;
  const detail =
    'The scopes of this token do not permit this request. Use a token with the scope system:viewer or viewer.';
  const api = await startSimulatedApi((request, response) => {
    const asked = (request.url ?? '').replace(/[?&]limit=\d+/u, '');
    if (['/readyz', '/v1/session'].includes(asked)) sendJson(response, 200, all[asked]);
    else sendJson(response, 403, { ...refused, detail });
  });
  expect((await examineInstanceThroughApi(api)).slice(2)).toEqual([
    { subject: 'connection', ok: true, what: 'The connections: not checked', advice: detail },
    { subject: 'queue', ok: true, what: 'The queues: not checked', advice: detail },
    { subject: 'work', ok: true, what: 'The results: not checked', advice: detail },
    { subject: 'work', ok: true, what: 'Proposed improvements: not checked', advice: detail },
    { subject: 'work', ok: true, what: 'Suggested catalogue entries: not checked', advice: detail },
    { subject: 'work', ok: true, what: 'The policy: not checked', advice: detail },
    { subject: 'subscription', ok: true, what: 'The subscriptions: not checked', advice: detail },
    { subject: 'data_protection', ok: true, what: 'Erasures: not checked', advice: detail },
    { subject: 'data_protection', ok: true, what: 'Encryption keys: not checked', advice: detail },
    { subject: 'security', ok: true, what: 'Security: not checked', advice: detail },
  ]);
});

test('doctor sends no requests about an account when it checks an archive', async () => {
  const archive = createConnectionUnderTest({
    provider: 'archive',
    baseUrl: null,
    webhook: createWebhookUnderTest('none'),
  });
  const findings = await examineSimulatedApi({
    '/v1/connections': page(archive),
    '/v1/connections/c1/health': undefined,
    '/v1/connections/c1/completeness': undefined,
    '/v1/connections/c1/progress': undefined,
  });
  expect(findings.slice(3, -14).map(({ what }) => what)).toEqual([
    'archive acme (c1) is active',
    'archive acme (c1): 0 records could not be parsed',
  ]);
});

test('doctor reports no problems of a fresh installation, and names the next step', async () => {
  const findings = await examineSimulatedApi({ '/v1/connections': page() });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings[2]).toEqual({
    subject: 'connection',
    ok: true,
    what: '0 connections',
    advice: 'Connect an account (npx refrain connect) or import an archive (npx refrain import).',
  });
});

test('doctor skips checks that depend on a failed check', async () => {
  const away = await startSimulatedApi((_request, response) =>
    sendJson(response, 503, { code: 'unavailable', detail: 'PostgreSQL is away: start it.' }),
  );
  expect(await examineInstanceThroughApi(away)).toEqual([
    { subject: 'refrain', ok: false, what: `Refrain at ${away.url} is ready`, advice: 'PostgreSQL is away: start it.' },
  ]);
  const refusing = await startSimulatedApi((request, response) => {
    if (request.url === '/readyz') sendJson(response, 200, { ok: true });
    else sendJson(response, 401, { code: 'unauthenticated', detail: 'Unknown token: make a new one.' });
  });
  expect((await examineInstanceThroughApi(refusing)).slice(1)).toEqual([
    { subject: 'token', ok: false, what: 'The token is accepted', advice: 'Unknown token: make a new one.' },
  ]);
});

test('doctor reports a URL that does not lead to Refrain as not ready', async () => {
  const page = await startSimulatedApi((_request, response) => response.end('<html>'));
  expect(await examineInstanceThroughApi(page)).toEqual([
    expect.objectContaining({ ok: false, advice: expect.stringContaining('There is no Refrain at') }),
  ]);
});
