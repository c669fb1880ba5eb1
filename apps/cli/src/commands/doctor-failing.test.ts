import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { createConnectionUnderTest } from '../create-connection-under-test.ts';
import { runProgram } from '../run-under-test.ts';
import {
  createBacklogResponse,
  examineSimulatedApi,
  exampleBackfillProgress,
  exampleBackfillStream,
  exampleCompleteness,
  exampleConnection,
  exampleConnectionHealth,
  exampleConnectionStatus,
  exampleDeadLetterCount,
  exampleImprovement,
  findSimulatedApiProblems,
  page,
} from './doctor-under-test.ts';

test.each([
  ['/v1/connections', 'The connections', ['connection', 'provider', 'webhook', 'stream', 'completeness', 'unreadable']],
  ['/v1/connections/c1/progress', 'github acme (c1): backfill progress', ['stream']],
  ['/v1/connections/c1/completeness', 'github acme (c1): completeness', ['completeness']],
  ['/v1/backlog', 'The queues', ['unreadable', 'queue', 'backlog', 'jobs']],
  ['/v1/status', 'The results', ['work']],
  ['/v1/improvements?state=proposed', 'Proposed improvements', ['work']],
  ['/v1/catalogue?status=suggested', 'Suggested catalogue entries', ['work']],
  ['/v1/policy', 'The policy', []],
  ['/v1/subscriptions', 'The subscriptions', ['subscription']],
  ['/v1/erasures', 'Erasures', ['data_protection']],
  ['/v1/encryption', 'Encryption keys', ['data_protection']],
  ['/v1/security', 'Security', ['security']],
])('doctor reports that %s failed, and still runs the other checks', async (path, what, lost) => {
  const findings = await examineSimulatedApi({ [path]: 500 });
  const advice = "An internal error occurred. Refrain's log has the cause.\nThen check again: npx refrain doctor";
  expect(findings.flatMap(({ ok, ...found }) => (ok ? [] : [found]))).toMatchObject([
    { what: `${what}: could not be checked`, advice },
  ]);
  const told = new Set(findings.map((finding) => finding.what));
  const missing = (await examineSimulatedApi({})).slice(1).filter((finding) => !told.has(finding.what));
  expect([...new Set(missing.map(({ subject }) => subject))]).toEqual(lost);
});

test.each([
  [429, 'Too many requests from you. Try again in 9 s.'],
  [503, 'Redis is away: start it.'],
])('doctor reports a problem even if its reason cannot be read (%i)', async (status, detail) => {
  const findings = await findSimulatedApiProblems({
    '/v1/connections': page({ ...exampleConnection, status: 'needs_attention', statusReason: 'Renew it.' }),
    '/v1/connections/c1/problems': status,
    '/v1/connections/c1/unreadable': status,
    '/v1/backlog': createBacklogResponse({
      connections: [{ ...exampleConnectionStatus, unreadable: 3 }],
      deadLetters: [exampleDeadLetterCount],
    }),
    '/v1/dead-letters?kind=job': status,
  });
  const more = `The reason could not be read: ${detail}`;
  expect(findings).toEqual([
    { what: 'github acme (c1) needs attention', advice: `Renew it.\n${more}` },
    {
      what: 'github acme (c1): 3 records could not be parsed',
      advice: `An admin can see the reason; they are kept and can be parsed by a later version\n${more}`,
    },
    { what: '1 jobs failed for good', advice: `An admin can see the reason: npx refrain dead-letters list\n${more}` },
  ]);
});

test('doctor omits a connection that is removed during the checks, and checks the others', async () => {
  const other = { ...exampleConnection, id: 'c2', account: 'other' };
  const gone = ['health', 'progress', 'completeness'].map((part) => [`/v1/connections/c1/${part}`, 404]);
  const there = {
    health: exampleConnectionHealth,
    progress: { ...exampleBackfillProgress, streams: [exampleBackfillStream] },
    completeness: exampleCompleteness,
  };
  const findings = await examineSimulatedApi({
    '/v1/connections': page(exampleConnection, other),
    ...Object.fromEntries(gone),
    ...Object.fromEntries(Object.entries(there).map(([part, answer]) => [`/v1/connections/c2/${part}`, answer])),
  });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings.filter(({ what }) => what.includes('(c1)'))).toEqual([]);
  expect(findings.filter(({ what }) => what.includes('(c2)'))).toHaveLength(7);
});

test('doctor checks connections and improvements of all pages of results', async () => {
  const archives = Array.from({ length: 60 }, (_, nth) =>
    createConnectionUnderTest({ id: `a${nth}`, provider: 'archive' }),
  );
  const needy = { ...exampleConnection, id: 'c61', status: 'needs_attention', statusReason: 'Renew it.' };
  const findings = await examineSimulatedApi({
    '/v1/connections': { ...page(...archives), next: '60' },
    '/v1/connections?after=60': page(needy),
    '/v1/connections/c61/problems': page(),
    '/v1/connections/c61/health': exampleConnectionHealth,
    '/v1/connections/c61/progress': { ...exampleBackfillProgress, streams: [exampleBackfillStream] },
    '/v1/connections/c61/completeness': exampleCompleteness,
    '/v1/improvements?state=proposed': { ...page(exampleImprovement), next: 'x' },
    '/v1/improvements?state=proposed&after=x': page({ ...exampleImprovement, id: 'i2', repository: null }),
  });
  expect(findings.flatMap(({ ok, what }) => (ok ? [] : [what]))).toEqual(['github acme (c61) needs attention']);
  expect(findings.filter(({ what }) => what.startsWith('archive') && what.endsWith('is active'))).toHaveLength(60);
  expect(findings.map(({ what }) => what)).toContain('61 connections');
  expect(findings.map(({ what }) => what)).toContain('1 proposed improvements without a repository');
});

test('doctor reports that certificates are not verified in its own environment, even if nothing else can be checked', async () => {
  const away = await startSimulatedApi((_request, response) =>
    sendJson(response, 503, { detail: 'PostgreSQL is away.' }),
  );
  const run = async (value: string) =>
    runProgram(away, ['doctor', '--json'], { env: { NODE_TLS_REJECT_UNAUTHORIZED: value } });
  const { out, exitCode } = await run('0');
  expect(exitCode).toBe(1);
  expect(JSON.parse(out).findings).toContainEqual({
    subject: 'security',
    ok: false,
    what: 'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody impersonate Refrain or a provider',
    advice: 'Remove it from the environment, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority.',
  });
  expect((await run('1')).out).not.toContain('NODE_TLS_REJECT_UNAUTHORIZED');
});
