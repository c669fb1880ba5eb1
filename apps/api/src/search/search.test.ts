import { ConnectResponse, type FailureDraft, type Link, SearchResponse } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createChangeDraft, createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const repaired = 'We restarted the service and all checks were healthy again.';
const pool = 'Checkout: database connection pool exhausted';
const incidentPage = 'https://acme.pagerduty.com/incidents/PABC123';
const pullPage = 'https://github.com/acme/checkout/pull/12';

const draft = (externalId: string, fields: Partial<FailureDraft>): FailureDraft => ({
  ...createFailureDraft(externalId),
  ...fields,
});
const drafts = [
  draft('P1', { title: pool, text: 'HikariPool: connection is not available', occurredAt: '2026-01-01T00:00:00.000Z' }),
  draft('P2', {
    title: pool,
    text: `HikariPool: timed out.\n\n## Resolution\n${repaired}`,
    occurredAt: '2026-02-01T00:00:00.000Z',
    url: incidentPage,
  }),
  draft('P2b', { title: 'Pool of checkout is empty', text: 'connection pool', occurredAt: '2026-02-01T00:01:00.000Z' }),
  draft('X1', {
    title: 'Certificate of the gateway expired',
    text: 'x509: certificate has expired',
    services: ['gateway'],
  }),
  draft('X2', { title: 'Disk of the log volume is full', text: 'no space left on device', services: ['logs'] }),
  draft('toggle', { title: `${pool}, planned`, isFailure: false }),
  draft('again', { title: 'Checkout down', text: 'connection pool', url: 'https://github.com/acme/checkout/issues/3' }),
];
const change = createChangeDraft({
  occurredAt: '2026-01-01T02:00:00.000Z',
  url: pullPage,
  version: '2026-01-01T02:00:00.000Z',
});
const gatewayPull = 'https://github.com/acme/gateway/pull/7';
const harmless = {
  ...change,
  externalId: 'acme/gateway#7',
  title: 'Renew the certificate of the gateway',
  url: gatewayPull,
};

const api = await startApiUnderTest();
const { store } = api;
const ask = (body: unknown) => api.ask('POST', '/v1/search', body);
async function search(body: object): Promise<SearchResponse> {
  const { status, body: answer } = await ask(body);
  expect([status, answer]).toMatchObject([200, {}]);
  return SearchResponse.parse(answer);
}

const early = await search({ text: pool });

const connected = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
const { id: connectionId } = ConnectResponse.parse(connected.body).connection;
await store.failures.upsert(connectionId, drafts);
await store.changes.upsert(connectionId, [change, harmless]);
const failures = await store.failures.listAll();
const idOf = (externalId: string) => failures.find((failure) => failure.externalId === externalId)?.id ?? '';
const changes = await store.changes.listAll();
const pullId = changes.find(({ url }) => url === pullPage)?.id ?? '';
const ended: Link = {
  type: 'resolved_by',
  failureId: idOf('P1'),
  targetId: pullId,
  score: 0.9,
  evidence: [],
  status: 'suggested',
};
await store.changes.replaceLinks([ended]);
const member = (name: string) => ({ failureId: idOf(name), confidence: 0.9, evidence: [] });
await store.patterns.writeClustering({
  episodes: [['P1'], ['P2', 'P2b'], ['X1'], ['X2']].map((names) => ({
    id: idOf(names[0] ?? ''),
    failureIds: names.map(idOf),
  })),
  patterns: [{ pattern: createTestPattern('p1'), members: ['P1', 'P2', 'P2b'].map(member) }],
  lineage: [],
  inputVersion: 'v',
  duplicates: [{ failureId: idOf('again'), duplicateOf: idOf('P2') }],
});
api.index.start();
await vi.waitFor(
  async () => expect(await search({ text: 'x' })).toMatchObject({ complete: true, searched: 5 }),
  50_000,
);

const bound = {
  kind: 'merged_pull_request',
  title: 'Bound the pool',
  url: pullPage,
  certainty: 'nearly_certain',
  reason: null,
};

test('a search before the index is built is incomplete and has no matches', () => {
  expect(early).toMatchObject({
    matches: [],
    searched: 0,
    complete: false,
    verdict: { seenBefore: false, confidence: 0 },
  });
});

test('a search by text returns the best matches with evidence, the pattern and a resolution', async () => {
  const answer = await search({ text: `${pool}\n\nHikariPool: connection is not available after 30 s`, limit: 3 });
  expect(answer.query).toEqual({ kind: 'text', id: null, title: null });
  expect(answer.matches.map(({ failure }) => failure.id)).toEqual([idOf('P1'), idOf('P2'), idOf('P2b')]);
  const [first] = answer.matches;
  expect(first).toMatchObject({
    failure: { title: pool, kind: 'incident', services: ['checkout'], occurredAt: '2026-01-01T00:00:00.000Z' },
    pattern: { id: 'p1', name: 'Connection pool runs dry' },
    resolution: { stated: null, change: bound },
  });
  expect(first?.evidence.map(({ signal }) => signal)).toContain('words');
  expect(answer.matches[1]?.resolution).toEqual({ stated: { quote: repaired, confidence: 0.72 }, change: null });
  expect(answer.matches[2]?.resolution).toBeNull();
  expect(answer.pattern).toMatchObject({
    id: 'p1',
    name: 'Connection pool runs dry',
    episodes: 2,
    otherEpisodes: 2,
    remedies: null,
    lesson: 'Under load the pool had no bound.',
  });
  expect(answer.resolution).toEqual({
    source: 'repeated_failure',
    failureId: idOf('P1'),
    title: pool,
    occurredAt: '2026-01-01T00:00:00.000Z',
    precision: 'instant',
    stated: null,
    change: bound,
  });
  expect(answer.repeats).toMatchObject({ failures: 1, failureId: idOf('P1') });
  expect(answer.verdict).toEqual({ seenBefore: true, confidence: 1 });
});

test('a search by the words of a failure counts that failure, and returns its pattern and its resolution', async () => {
  const answer = await search({ text: pool });
  expect(answer).toMatchObject({
    verdict: { seenBefore: true, confidence: 1 },
    repeats: { failures: 2, failureId: idOf('P2'), lastAt: '2026-02-01T00:00:00.000Z' },
    pattern: { id: 'p1', confidence: 0.9, otherEpisodes: 2 },
    resolution: { source: 'repeated_failure', failureId: idOf('P2'), stated: { quote: repaired } },
  });
  expect(answer.matches.map(({ isRepeat }) => isRepeat).slice(0, 2)).toEqual([true, true]);
});

test('a search by the words of a failure in no pattern returns no pattern, but says when the failure occurred', async () => {
  expect(await search({ text: 'Certificate of the gateway expired' })).toMatchObject({
    verdict: { seenBefore: true, confidence: 1 },
    repeats: { failures: 1, failureId: idOf('X1') },
    pattern: null,
    resolution: null,
  });
});

test('a search by similar words returns the likely pattern with its confidence, and how its newest failure was resolved', async () => {
  const answer = await search({ text: 'The connection pool of checkout was exhausted: connection is not available' });
  expect(answer).toMatchObject({ repeats: null, pattern: { id: 'p1' } });
  expect(answer.resolution).toMatchObject({ failureId: idOf('P2') });
  expect(answer.verdict).toEqual({ seenBefore: true, confidence: answer.pattern?.confidence });
});

test('a search says what each match has in common with the text, and quotes the line that says most', async () => {
  const { matches } = await search({ text: 'checkout connection is not available' });
  expect(matches.find(({ failure }) => failure.id === idOf('P1'))).toMatchObject({
    excerpt: 'HikariPool: connection is not available',
    shared: { hasLine: false, words: expect.arrayContaining(['connection', 'available']), services: ['checkout'] },
  });
  const [line] = (await search({ text: 'ERROR\nHikariPool: connection is not available' })).matches;
  expect(line).toMatchObject({ failure: { id: idOf('P1') }, shared: { hasLine: true } });
});

test('a search with a typing error finds what the right word finds, and says which word was searched', async () => {
  const misspelt = await search({ text: 'conection pool' });
  expect(misspelt.corrections).toEqual([{ typed: 'conection', understood: 'connection' }]);
  const right = await search({ text: 'connection pool' });
  expect(right.corrections).toEqual([]);
  expect({ ...misspelt, corrections: [] }).toEqual(right);
});

test('a search by an unknown text returns “not seen before” with a confidence', async () => {
  const answer = await search({ text: 'Elevator stuck between two floors' });
  expect(answer).toMatchObject({ pattern: null, verdict: { seenBefore: false }, failures: 5, searched: 5 });
  expect(answer.verdict.confidence).toBeGreaterThan(0.5);
});

test('a search by failure returns the failure’s pattern, and no matches from the same episode', async () => {
  const answer = await search({ failureId: idOf('P2') });
  expect(answer.query).toEqual({ kind: 'failure', id: idOf('P2'), title: pool });
  expect(answer.matches[0]?.failure.id).toBe(idOf('P1'));
  expect(answer.matches.map(({ failure }) => failure.id)).not.toContain(idOf('P2b'));
  expect(answer.pattern).toMatchObject({ id: 'p1', confidence: 0.9, episodes: 2, otherEpisodes: 1 });
  expect((await search({ failureId: idOf('again') })).query.id).toBe(idOf('P2'));
  expect((await search({ failureId: idOf('toggle') })).matches[0]?.failure.title).toBe(pool);
});

test.each([
  [incidentPage, 'failure', () => idOf('P2')],
  [`${incidentPage}/timeline?x=1#y`, 'failure', () => idOf('P2')],
  ['https://github.com/Acme/Checkout/issues/3/', 'failure', () => idOf('P2')],
  [`${pullPage}/files`, 'failure', () => idOf('P1')],
  [gatewayPull, 'change', () => changes.find(({ url }) => url === gatewayPull)?.id],
])('a search by the URL %s finds a %s', async (url, kind, id) => {
  const answer = await search({ url });
  expect(answer.query).toMatchObject({ kind, id: id() });
  expect(answer.matches.length).toBeGreaterThan(0);
});

test('a search by a change without failures compares the text of the change', async () => {
  expect((await search({ url: gatewayPull })).matches[0]?.failure.id).toBe(idOf('X1'));
});

test('a search can be limited to a service and an environment', async () => {
  const answer = await search({ text: 'certificate expired, connection pool exhausted', service: 'Gateway' });
  expect(answer.matches.map(({ failure }) => failure.id)).toEqual([idOf('X1')]);
  expect((await search({ text: pool, environment: 'staging' })).matches).toEqual([]);
});

test('the 404 of a search by an unknown URL or failure says what to do', async () => {
  expect(await ask({ url: 'https://github.com/acme/other/pull/1' })).toMatchObject({
    status: 404,
    body: { code: 'not_found', detail: expect.stringMatching(/Connect the account, backfill .* search by text/u) },
  });
  expect(await ask({ failureId: 'nosuch' })).toMatchObject({ status: 404 });
});

test.each([
  [{}, 'Specify exactly one of text, failureId and url'],
  [null, ''],
  [{ text: 'a', url: incidentPage }, 'Specify exactly one of text, failureId and url'],
  [{ text: ' \n ' }, 'The text is empty'],
  [{ text: 'a'.repeat(20_001) }, 'Shorten it to 20000 characters'],
  [{ text: 'a', limit: 51 }, 'limit'],
  [{ text: 'a', colour: 'red' }, 'colour'],
  [{ url: 'javascript:alert(1)' }, 'not the URL of a web page'],
])('rejects a search by %j', async (body, detail) => {
  expect(await ask(body)).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
});

test.each([
  '\u0000',
  '<script>alert(1)</script>',
  `${'('.repeat(19_999)}a`,
  '\u202e\ud800',
  "' or 1=1; --",
  '%s%n'.repeat(4_000),
])('responds to a search by hostile text: %#', async (text) => {
  const answer = await search({ text });
  expect(answer.verdict.seenBefore).toBe(false);
});

test('rejects a search without a token', async () => {
  expect((await fetch(`${api.url}/v1/search`, { method: 'POST' })).status).toBe(401);
});

test('the search index follows new, changed and removed failures', async () => {
  const best = async (text: string) => (await search({ text })).matches[0]?.failure.title;
  const elevator = draft('E', { title: 'Elevator stuck', repository: 'acme/lift' });
  await store.failures.upsert(connectionId, [elevator]);
  await vi.waitFor(async () => expect(await best('Elevator stuck')).toBe('Elevator stuck'), 30_000);
  await store.failures.upsert(connectionId, [
    { ...elevator, title: 'Escalator reversed', version: '2026-05-01T00:00:00.000Z' },
  ]);
  await vi.waitFor(async () => expect(await best('Escalator reversed')).toBe('Escalator reversed'), 30_000);
  await store.failures.removeMissing(connectionId, 'incident', 'acme/lift', []);
  await vi.waitFor(async () => expect(await search({ text: 'x' })).toMatchObject({ searched: 5, failures: 5 }), 30_000);
  expect(api.errors).toEqual([]);
});
