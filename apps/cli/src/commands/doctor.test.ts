import { expect, test } from 'vitest';
import { answerWith, sendJson, startApi } from '../api-under-test.ts';
import { examine } from './doctor.ts';

const connection = {
  id: 'c1',
  provider: 'github',
  account: 'acme',
  baseUrl: 'https://api.github.com',
  scope: {},
  status: 'active',
  statusReason: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const stream = { stream: 'pulls:acme/api', state: 'done', records: 2, expected: 2, problem: null };
const progress = { connectionId: 'c1', since: null, state: 'done', records: 2, expected: 2, pending: 0 };
const queue = { waiting: 0, active: 0, delayed: 0, failed: 0 };
const page = (...items: object[]) => ({ items, next: null, total: items.length });
const improvement = {
  id: 'i1',
  patternId: 'p1',
  state: 'proposed',
  repository: 'acme/api',
  title: 'Renew it by itself',
  issueNumber: null,
  issueUrl: null,
  problem: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const well = {
  '/readyz': { ok: true },
  '/v1/session': { signedIn: true },
  '/v1/connections': { items: [connection] },
  '/v1/connections/c1/progress': { ...progress, streams: [stream] },
  '/v1/connections/c1/unreadable': { items: [] },
  '/v1/status': { failures: 5, changes: 3, patterns: 1, pending: 0, queues: { ingest: queue }, busy: false },
  '/v1/improvements?state=proposed': page(improvement),
  '/v1/improvements?state=approved': page(),
};

function examineWith(answers: Readonly<Record<string, unknown>>) {
  const all: Readonly<Record<string, unknown>> = { ...well, ...answers };
  return startApi((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const state = searchParams.get('state');
    answerWith({ [pathname]: all[state === null ? pathname : `${pathname}?state=${state}`] })(request, response);
  }).then(examine);
}

async function wrongOf(answers: Readonly<Record<string, unknown>>): Promise<{ what: string; advice: string }[]> {
  const findings = await examineWith(answers);
  return findings.flatMap(({ ok, what, advice }) => (ok ? [] : [{ what, advice }]));
}

test('all well: eight findings, without advice', async () => {
  const findings = await examineWith({});
  expect(findings.map(({ ok, advice }) => [ok, advice])).toEqual(Array(8).fill([true, '']));
  expect(findings[3]?.what).toBe('github acme (c1) is active');
});

const failedJobs = { a: { ...queue, failed: 2 }, b: { ...queue, failed: 1, waiting: 9 } };

test.each([
  [
    'a connection that needs attention',
    {
      '/v1/connections': {
        items: [{ ...connection, status: 'needs_attention', statusReason: 'GitHub refuses the token: renew it.' }],
      },
    },
    'github acme (c1) needs attention',
    'GitHub refuses the token: renew it.',
  ],
  [
    'a failed stream',
    { '/v1/connections/c1/progress': { ...progress, streams: [{ ...stream, state: 'failed', problem: 'No access' }] } },
    'github acme (c1): 2 records pulled, 1 streams failed',
    'pulls:acme/api: No access; then run npx refrain backfill c1',
  ],
  [
    'an unreadable record',
    { '/v1/connections/c1/unreadable': { items: [{ type: 'github.commit', problem: null }] } },
    'github acme (c1): 1 records could not be read',
    'github.commit: no reason is known; they are kept and can be read again by a later version',
  ],
  [
    'a failed job while work is owed',
    { '/v1/status': { ...well['/v1/status'], pending: 4, queues: failedJobs } },
    '5 failures, 1 patterns, 4 records to work on, 3 failed jobs',
    'The log of the workers says why; what is owed is tried again by itself.',
  ],
  [
    'a failed job while an approved issue is not open',
    {
      '/v1/status': { ...well['/v1/status'], queues: failedJobs },
      '/v1/improvements?state=approved': page({ ...improvement, state: 'approved' }),
    },
    '5 failures, 1 patterns, 0 records to work on, 3 failed jobs',
    'The log of the workers says why; what is owed is tried again by itself.',
  ],
])('finds %s and says what to do', async (_case, answers, what, advice) => {
  expect(await wrongOf(answers)).toEqual([{ what, advice }]);
});

test('what went wrong once and is done since is not wrong; what a person can still decide is a note', async () => {
  const findings = await examineWith({
    '/v1/status': { ...well['/v1/status'], queues: failedJobs },
    '/v1/improvements?state=proposed': page(improvement, { ...improvement, id: 'i2', repository: null }),
  });
  expect(findings.slice(-2)).toEqual([
    { ok: true, what: '5 failures, 1 patterns, 0 records to work on, 3 failed jobs', advice: '' },
    {
      ok: true,
      what: '1 proposed improvements without a repository',
      advice: 'Approve them with a repository, or set REFRAIN_FALLBACK_REPOSITORY.',
    },
  ]);
});

test('a fresh installation is not wrong: what comes next is a note', async () => {
  const findings = await examineWith({ '/v1/connections': { items: [] } });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings[2]).toEqual({
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
    { ok: false, what: `Refrain at ${away.url} is ready`, advice: 'PostgreSQL is away: start it.' },
  ]);
  const refusing = await startApi((request, response) => {
    if (request.url === '/readyz') sendJson(response, 200, { ok: true });
    else sendJson(response, 401, { code: 'unauthenticated', detail: 'Unknown token: make a new one.' });
  });
  expect((await examine(refusing)).slice(1)).toEqual([
    { ok: false, what: 'The token is accepted', advice: 'Unknown token: make a new one.' },
  ]);
});

test('a page that is not Refrain is not taken for it', async () => {
  const page = await startApi((_request, response) => response.end('<html>'));
  expect(await examine(page)).toEqual([
    expect.objectContaining({ ok: false, advice: expect.stringContaining('There is no Refrain at') }),
  ]);
});
