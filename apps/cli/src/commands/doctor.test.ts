import { expect, test } from 'vitest';
import { sendJson, startApi } from '../api-under-test.ts';
import { connectionUnderTest, webhookUnderTest } from '../connection-under-test.ts';
import { examine } from './doctor.ts';
import {
  backlogOf,
  completeness,
  connection,
  dayLater,
  erasure,
  examineWith,
  health,
  improvement,
  key,
  letterCount,
  ofQueue,
  page,
  policyOf,
  progress,
  rotation,
  security,
  standing,
  stream,
  subscription,
  unreadable,
  well,
  wrongOf,
} from './doctor-under-test.ts';
import { byLikelihood, describeFindings } from './finding.ts';

const refused = { type: 'about:blank', title: 'forbidden', status: 403, code: 'forbidden', retryable: false };

test('all well: nothing is wrong, and there is nothing to advise', async () => {
  const findings = await examineWith({});
  expect(findings.filter(({ ok, advice }) => !ok || advice !== '')).toEqual([]);
  expect(findings.slice(2).map(({ what }) => what)).toEqual([
    '1 connections',
    'github acme (c1) is active',
    'github acme (c1) answers, and shows 2 repositories; 4900 of 5000 requests left',
    'github acme (c1): 0 permissions missing',
    'github acme (c1): its webhook is active',
    'github acme (c1): 1 of 1 streams are read whole, 0 failed',
    'github acme (c1): 200 of 200 that exist of the last 30 days are stored (100 %), 0 days with gaps',
    'github acme (c1): 0 records could not be read',
    'the queue ingest: 0 jobs wait, 0 run, 0 are put off',
    '0 records to be read: none waits long',
    'failures to be grouped: none waits long',
    'patterns to be reported: none waits long',
    '0 jobs were given up',
    '0 messages were not taken by who is to be told',
    '5 failures, 1 patterns, 0 records to work on',
    '0 proposed improvements without a repository',
    '0 suggestions of which service runs from where wait for a person',
    '1 subscriptions, none of them fails',
    '0 forgettings are not done',
    '0 keys are needed and not given',
    'its address is https://refrain.acme.example, as REFRAIN_PUBLIC_URL says',
    '3 may sign in (by GitHub), 1 of them as admin; tokens without an end: CI',
  ]);
});

test.each([
  ['http://refrain.acme.example', true, false, []],
  ['https://refrain.acme.example', false, true, ['no proxy is trusted']],
  ['http://127.0.0.1:4400', false, true, ['its address is http://127.0.0.1:4400, on this machine alone']],
  ['http://[::1]:4400', false, true, ['its address is http://[::1]:4400, on this machine alone']],
])(
  'reached at %s: TLS where it leaves the machine, and a proxy that is named',
  async (publicUrl, trustsProxies, ok, notes) => {
    const findings = await examineWith({ '/v1/security': { ...security, publicUrl, trustsProxies } });
    expect(findings.find(({ what }) => what.includes(publicUrl))?.ok).toBe(ok);
    expect(
      findings.flatMap(({ subject, ok: isWell, advice, what }) =>
        subject === 'security' && isWell && advice ? [what] : [],
      ),
    ).toEqual(notes);
  },
);

const webhookOf = (webhook: object) => ({ '/v1/connections': page({ ...connection, webhook }) });

test.each([
  [
    'a connection that needs attention',
    {
      '/v1/connections': page({
        ...connection,
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
      '/v1/connections': page({ ...connection, status: 'needs_attention', statusReason: 'And 1 more.' }),
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
    webhookOf(webhookUnderTest('disabled', 'Turn it on there.')),
    'github acme (c1): its webhook is disabled',
    'Turn it on there.',
  ],
  [
    'a webhook whose deliveries do not arrive',
    webhookOf(webhookUnderTest('silent', 'Open the firewall.')),
    'github acme (c1): its webhook is silent',
    'Open the firewall.',
  ],
  [
    'days with gaps',
    {
      '/v1/connections/c1/completeness': {
        ...completeness,
        stored: 198,
        gaps: [
          { stream: 'pulls:acme/api', day: '2025-12-20' },
          { stream: 'pulls:acme/api', day: '2025-12-04' },
        ],
      },
    },
    'github acme (c1): 198 of 200 that exist of the last 30 days are stored (99 %), 2 days with gaps',
    'pulls:acme/api: something is missing on 2025-12-20, 2025-12-04\nThey are read again by themselves within hours; npx refrain completeness c1 --now compares at once',
  ],
  [
    'a failed stream',
    { '/v1/connections/c1/progress': { ...progress, streams: [{ ...stream, state: 'failed', problem: 'No access' }] } },
    'github acme (c1): 0 of 1 streams are read whole, 1 failed',
    'pulls:acme/api: No access\nThen run npx refrain backfill c1',
  ],
  [
    'an unreadable record',
    {
      '/v1/connections/c1/unreadable': { ...page(unreadable), total: 120 },
      '/v1/backlog': backlogOf({ connections: [{ ...standing, unreadable: 120 }] }),
    },
    'github acme (c1): 120 records could not be read',
    'github.commit: commit.sha is missing; they are kept and can be read again by a later version',
  ],
  [
    'a job that was given up',
    {
      '/v1/backlog': backlogOf({ deadLetters: [letterCount, { ...letterCount, kind: 'record', count: 4 }] }),
      '/v1/dead-letters?kind=job': page({
        ...{ id: 'job-1', kind: 'job', at: '2026-01-01T00:00:00.000Z', queue: 'ingest', name: 'pull-stream' },
        ...{ about: '', connectionId: null, subscriptionId: null, code: 'not_found', problem: 'It is gone.' },
        ...{ attempts: 1, isReplaying: false, replay: 'none', advice: 'Discard it.' },
      }),
    },
    '1 jobs were given up',
    'pull-stream: It is gone. Discard it. All of them: npx refrain dead-letters list',
  ],
  [
    'times that are stored ahead of the clock',
    { '/v1/backlog': backlogOf({ aheadSeconds: 40 * 86_400 }) },
    'Stored times are 40 days ahead of the clock of PostgreSQL',
    'Compare that clock with the right time, and correct it if it is behind: timedatectl\nIf it is right, it was ahead before: streams are synced again from now on, and what was stored then keeps its wrong time.',
  ],
  [
    'a queue that stands',
    { '/v1/backlog': backlogOf({ queues: { ingest: { ...ofQueue, waiting: 4, oldestSeconds: 1_500 } } }) },
    'the queue ingest: 4 jobs wait, 0 run, 0 are put off, the oldest for 25 minutes',
    'Nobody begins them. In the order of likelihood: the ingest-worker is not running, it hangs (start it again), or too much comes in for one (start another).',
  ],
  [
    'records that nobody reads',
    { '/v1/backlog': backlogOf({ pending: 7, lag: { normalise: 9_000, group: 0, report: 0 } }) },
    '7 records to be read, the oldest for 3 hours',
    'In the order of likelihood: what is wrong above, jobs of the ingest-worker that fail (its log says why), or more work than it can do.',
  ],
  [
    'a subscription that was switched off',
    {
      '/v1/subscriptions': page(subscription, {
        ...{ ...subscription, id: 's2', state: 'off', lastProblem: 'The receiver answered 500.' },
        reason: 'Nothing could be delivered for days.',
      }),
    },
    'slack https://hooks.slack.com/… (s2) is switched off',
    'Nothing could be delivered for days.\nThe receiver answered 500.\nOnce that is mended: npx refrain subscriptions test s2',
  ],
  [
    'a subscription that fails',
    { '/v1/subscriptions': page({ ...subscription, lastProblem: 'The receiver answered 500.' }) },
    'slack https://hooks.slack.com/… (s1) does not take what is sent',
    'The receiver answered 500.\nOnce that is mended: npx refrain subscriptions test s1',
  ],
  [
    'a forgetting that stands',
    { '/v1/erasures': page(erasure, { ...erasure, id: 'f2', state: 'done' }) },
    '1 forgettings are not done',
    'f1 was asked for at 2026-01-01T00:00:00.000Z\nThe ingest-worker does it: what is wrong above holds it up, or its log says why',
  ],
  [
    'a rotation that stands',
    { '/v1/encryption': { keys: [key], rotation } },
    'encrypting anew by 0a0b0c0d: 4 of 9 values, since 2026-01-01T00:00:00.000Z',
    'The ingest-worker does it: what is wrong above holds it up, or its log says why',
  ],
  [
    'values that a rotation left',
    { '/v1/encryption': { keys: [key], rotation: { ...rotation, state: 'done', unreadable: 2 } } },
    '2 values could not be encrypted anew',
    'No key that is given opens them, or a process goes on by another one: give all processes the same keys, then run npx refrain keys rotate',
  ],
  [
    'a key that is missing',
    {
      '/v1/encryption': {
        keys: [key, { ...key, id: '11111111', isPresent: false, isGiven: false }],
        rotation: null,
      },
    },
    '1 keys are needed and not given',
    '11111111: give each to all processes, among REFRAIN_ENCRYPTION_OTHER_KEYS, and restart them',
  ],
])('finds %s and says what to do', async (_case, answers, what, advice) => {
  expect(await wrongOf(answers, dayLater)).toEqual([{ what, advice }]);
});

test('a paused queue is wrong, with where to resume it', async () => {
  const queues = { ingest: { ...ofQueue, waiting: 4, isPaused: true }, analysis: ofQueue };
  expect(await wrongOf({ '/v1/backlog': backlogOf({ queues }) })).toEqual([
    {
      what: 'The queue ingest is paused, and 4 jobs wait in it',
      advice: expect.stringMatching(
        /^Resume it on the queues page \(as an admin\): http:\/\/127\.0\.0\.1:\d+\/queues\/queue\/ingest\n/u,
      ),
    },
  ]);
});

test('a provider that refuses the credential is told in its own words', async () => {
  const findings = await examineWith({ '/v1/connections/c1/health': undefined });
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    { subject: 'provider', ok: false, what: 'github acme (c1) answers', advice: expect.any(String) },
  ]);
});

test.each([
  [
    'improvements that have no repository',
    { '/v1/improvements?state=proposed': page(improvement, { ...improvement, id: 'i2', repository: null }) },
    ['Approve them with a repository, or name one for all of them: npx refrain policy set --help'],
  ],
  [
    'permissions that are missing',
    {
      '/v1/connections/c1/health': {
        ...health,
        missing: [
          { permission: 'Checks: read', costs: 'annotations' },
          { permission: 'Actions: read', costs: 'failed runs' },
        ],
      },
    },
    ['Checks: read: annotations\nActions: read: failed runs'],
  ],
  [
    'a budget that is nearly used up',
    { '/v1/connections/c1/health': { ...health, budget: { ...health.budget, remaining: 400 } } },
    ['Refrain waits until 2026-01-01T01:00:00.000Z, and leaves the rest to others.'],
  ],
  ['a webhook that may not be', webhookOf(webhookUnderTest('refused', 'Give it more.')), ['Give it more.']],
  ['a webhook that nobody could set up', webhookOf(webhookUnderTest('none', 'Set the address.')), ['Set the address.']],
  [
    'a webhook that was set up just now',
    webhookOf(webhookUnderTest('silent')),
    ['It was set up, and its first delivery has not come yet: look again in some minutes.'],
  ],
  [
    'an account that was connected and never backfilled',
    { '/v1/connections/c1/progress': { ...progress, state: 'none', records: 0, expected: null, streams: [] } },
    ['Nothing of the past was taken in: npx refrain backfill c1'],
  ],
  [
    'streams that were never compared',
    { '/v1/connections/c1/completeness': { ...completeness, uncompared: ['runs:acme/api'] } },
    [
      'runs:acme/api: each is compared within a day once it is read whole; npx refrain completeness c1 --now does it at once',
    ],
  ],
  [
    'suggestions that wait',
    { '/v1/catalogue?status=suggested': { items: [], next: null, total: 4 } },
    ['Decide on them: npx refrain catalogue list --status suggested'],
  ],
  [
    'a policy in dry run',
    { '/v1/policy': policyOf({ dryRun: true }) },
    ['npx refrain writes --state planned lists what would be; npx refrain policy set dryRun=false ends it'],
  ],
  ['a forgetting under way', { '/v1/erasures': page(erasure) }, ['npx refrain erase list tells how far it is']],
  [
    'a rotation under way',
    { '/v1/encryption': { keys: [key], rotation } },
    ['npx refrain keys status tells how far it is'],
  ],
  [
    'values of a former key',
    { '/v1/encryption': { keys: [key, { ...key, id: '11111111', isPresent: false }], rotation: null } },
    ['By the key in use: npx refrain keys rotate'],
  ],
])('%s: nothing is wrong, and what can be done is a note', async (_what, answers, advices) => {
  const findings = await examineWith(answers);
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.flatMap(({ advice }) => (advice === '' ? [] : [advice]))).toEqual(advices);
});

test('what is wrong comes first, what it may come from before it, and that is said', async () => {
  const findings = byLikelihood(
    await examineWith({
      '/v1/connections': page({ ...connection, status: 'needs_attention', statusReason: 'Renew it.' }),
      '/v1/connections/c1/progress': { ...progress, streams: [{ ...stream, state: 'failed', problem: 'No access' }] },
      '/v1/connections/c1/completeness': { ...completeness, gaps: [{ stream: 'pulls:acme/api', day: '2025-12-20' }] },
      '/v1/backlog': backlogOf({
        queues: { ingest: { ...ofQueue, waiting: 4, oldestSeconds: 1_500 } },
        lag: { normalise: 0, group: 9_000, report: 0 },
      }),
    }),
  );
  expect(findings.slice(0, 6).map(({ ok, subject }) => (ok ? 'ok' : subject))).toEqual([
    ...['queue', 'connection', 'stream', 'completeness', 'backlog', 'ok'],
  ]);
  expect(describeFindings(findings)).toMatch(
    /^WRONG the queue ingest: 4 jobs wait[^\n]*\n.*\n\n5 things are wrong: the first is the likeliest reason for the others\.$/su,
  );
});

test('a viewer is told all that a viewer may see, and what takes an admin', async () => {
  const all: Readonly<Record<string, unknown>> = {
    ...well,
    '/v1/backlog': backlogOf({ connections: [{ ...standing, unreadable: 3 }], deadLetters: [letterCount] }),
  };
  const detail = 'This takes the role of admin, and you are viewer: ask an admin for it.';
  const api = await startApi((request, response) => {
    const asked = (request.url ?? '').replace(/[?&]limit=\d+/u, '');
    if (/health$|unreadable$|dead-letters|subscriptions|forgettings|encryption/u.test(asked))
      sendJson(response, 403, { ...refused, detail });
    else sendJson(response, 200, all[asked]);
  });
  const findings = await examine(api);
  expect(findings.filter(({ ok }) => !ok)).toEqual([
    {
      ...{ subject: 'unreadable', ok: false, what: 'github acme (c1): 3 records could not be read' },
      advice: 'An admin can see why; they are kept and can be read again by a later version',
    },
    {
      ...{ subject: 'jobs', ok: false, what: '1 jobs were given up' },
      advice: 'An admin can see why: npx refrain dead-letters list',
    },
  ]);
  expect(findings).toContainEqual({
    ...{ subject: 'provider', ok: true, advice: detail },
    what: 'github acme (c1): whether it answers, and what is missing: not looked at',
  });
  expect(findings.map(({ what }) => what)).toContain('github acme (c1): 1 of 1 streams are read whole, 0 failed');
});

test('a token that reaches one part of the API alone is told of that part', async () => {
  const all: Readonly<Record<string, unknown>> = well;
  const detail = 'This token does not reach so far: it takes one with the scope system:viewer or viewer.';
  const api = await startApi((request, response) => {
    const asked = (request.url ?? '').replace(/[?&]limit=\d+/u, '');
    if (['/readyz', '/v1/session'].includes(asked)) sendJson(response, 200, all[asked]);
    else sendJson(response, 403, { ...refused, detail });
  });
  expect((await examine(api)).slice(2)).toEqual([
    { subject: 'connection', ok: true, what: 'The connections: not looked at', advice: detail },
    { subject: 'queue', ok: true, what: 'What waits: not looked at', advice: detail },
    { subject: 'work', ok: true, what: 'What was made of it: not looked at', advice: detail },
    { subject: 'work', ok: true, what: 'What is proposed: not looked at', advice: detail },
    { subject: 'work', ok: true, what: 'What is suggested: not looked at', advice: detail },
    { subject: 'work', ok: true, what: 'Whether anything is written: not looked at', advice: detail },
    { subject: 'subscription', ok: true, what: 'Who is told: not looked at', advice: detail },
    { subject: 'data_protection', ok: true, what: 'What is forgotten: not looked at', advice: detail },
    { subject: 'data_protection', ok: true, what: 'By which keys it is encrypted: not looked at', advice: detail },
    { subject: 'security', ok: true, what: 'By what it is guarded: not looked at', advice: detail },
  ]);
});

test('an archive has no account that could be asked', async () => {
  const archive = connectionUnderTest({ provider: 'archive', baseUrl: null, webhook: webhookUnderTest('none') });
  const findings = await examineWith({
    '/v1/connections': page(archive),
    '/v1/connections/c1/health': undefined,
    '/v1/connections/c1/completeness': undefined,
    '/v1/connections/c1/progress': undefined,
  });
  expect(findings.slice(3, -14).map(({ what }) => what)).toEqual([
    'archive acme (c1) is active',
    'archive acme (c1): 0 records could not be read',
  ]);
});

test('a fresh installation is not wrong: what comes next is a note', async () => {
  const findings = await examineWith({ '/v1/connections': page() });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings[2]).toEqual({
    subject: 'connection',
    ok: true,
    what: '0 connections',
    advice: 'Connect an account (npx refrain connect) or import an archive (npx refrain import).',
  });
});

test('what stands on something broken is not checked', async () => {
  const away = await startApi((_request, response) =>
    sendJson(response, 503, { code: 'unavailable', detail: 'PostgreSQL is away: start it.' }),
  );
  expect(await examine(away)).toEqual([
    { subject: 'refrain', ok: false, what: `Refrain at ${away.url} is ready`, advice: 'PostgreSQL is away: start it.' },
  ]);
  const refusing = await startApi((request, response) => {
    if (request.url === '/readyz') sendJson(response, 200, { ok: true });
    else sendJson(response, 401, { code: 'unauthenticated', detail: 'Unknown token: make a new one.' });
  });
  expect((await examine(refusing)).slice(1)).toEqual([
    { subject: 'token', ok: false, what: 'The token is accepted', advice: 'Unknown token: make a new one.' },
  ]);
});

test('a page that is not Refrain is not taken for it', async () => {
  const page = await startApi((_request, response) => response.end('<html>'));
  expect(await examine(page)).toEqual([
    expect.objectContaining({ ok: false, advice: expect.stringContaining('There is no Refrain at') }),
  ]);
});
