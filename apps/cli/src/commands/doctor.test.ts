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
const queues = { ingest: { failed: 0, waiting: 0 } };
const improvement = {
  id: 'i1',
  patternId: 'p1',
  state: 'proposed',
  repository: 'acme/api',
  title: 'Renew it by itself',
  issueNumber: null,
  issueUrl: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const well = {
  '/readyz': { ok: true },
  '/v1/session': { signedIn: true },
  '/v1/connections': { items: [connection] },
  '/v1/connections/c1/progress': { ...progress, streams: [stream] },
  '/v1/connections/c1/unreadable': { items: [] },
  '/v1/status': { failures: 5, patterns: 1, pending: 0, queues },
  '/v1/improvements': { items: [improvement] },
};

async function wrongOf(answers: Readonly<Record<string, unknown>>): Promise<{ what: string; advice: string }[]> {
  const findings = await examine(await startApi(answerWith({ ...well, ...answers })));
  return findings.flatMap(({ ok, what, advice }) => (ok ? [] : [{ what, advice }]));
}

test('all well: eight findings, without advice', async () => {
  const findings = await examine(await startApi(answerWith(well)));
  expect(findings.map(({ ok, advice }) => [ok, advice])).toEqual(Array(8).fill([true, '']));
  expect(findings[3]?.what).toBe('github acme (c1) is active');
});

test.each([
  [
    'no connection',
    { '/v1/connections': { items: [] } },
    '0 connections',
    'Connect an account (refrain connect) or import an archive (refrain import).',
  ],
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
    'pulls:acme/api: No access; then run refrain backfill c1',
  ],
  [
    'an unreadable record',
    { '/v1/connections/c1/unreadable': { items: [{ type: 'github.commit', problem: null }] } },
    'github acme (c1): 1 records could not be read',
    'github.commit: no reason is known; they are kept and can be read again by a later version',
  ],
  [
    'a failed job',
    { '/v1/status': { ...well['/v1/status'], queues: { a: { failed: 2, waiting: 0 }, b: { failed: 1, waiting: 9 } } } },
    '5 failures, 1 patterns, 0 records to work on, 3 failed jobs',
    'The log of the workers says why; what is owed is tried again by itself.',
  ],
  [
    'an improvement without a home',
    { '/v1/improvements': { items: [improvement, { ...improvement, id: 'i2', repository: null }] } },
    '1 proposed improvements without a repository',
    'Approve them with a repository, or set REFRAIN_FALLBACK_REPOSITORY.',
  ],
])('finds %s and says what to do', async (_case, answers, what, advice) => {
  expect(await wrongOf(answers)).toEqual([{ what, advice }]);
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
