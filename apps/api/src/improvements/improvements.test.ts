import { guardrailLibrary } from '@refrain/analysis';
import { GuardrailsResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createTestPattern } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const patterns = ['p1', 'p2', 'p3', 'previewed'].map((id) => ({ pattern: createTestPattern(id), members: [] }));
await api.store.patterns.writeClustering({ episodes: [], patterns, lineage: [], inputVersion: 'v' });
const proposal = { repository: 'acme/checkout', title: 'Bound the pool', guardrailId: guardrailLibrary[0]?.id ?? null };
for (const id of ['p1', 'p2', 'previewed']) await api.store.improvements.ensure(id, proposal);

test.each([
  ['p1', ['p1']],
  ['p2&state=proposed', ['p2']],
  ['p2&state=opened', []],
  ['p3', []],
  ['nope', []],
])('the list of improvements with patternId=%s contains the improvements of %j', async (query, found) => {
  const { status, body } = await api.ask('GET', `/v1/improvements?patternId=${query}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ next: null, total: found.length });
  expect((body.items as { patternId: string }[]).map(({ patternId }) => patternId)).toEqual(found);
});

test('a listed improvement has the names of its pattern and its guardrail, and the effort', async () => {
  const { body } = await api.ask('GET', '/v1/improvements?patternId=p1');
  const [guardrail] = guardrailLibrary;
  expect(body.items).toMatchObject([
    {
      patternName: createTestPattern('p1').name,
      guardrailName: guardrail?.name,
      effortDays: guardrail?.effort.days,
    },
  ]);
});

test.each(['../user', 'acme/..', 'acme/.'])('rejects an approval for the repository %s', async (repository) => {
  const [{ id = '' } = {}] = (await api.store.improvements.list({ patternId: 'p1', limit: 1 })).items;
  const { status, body } = await api.ask('POST', `/v1/improvements/${id}/approve`, { repository });
  expect(status).toBe(400);
  expect(body.detail).toContain('must be owner/name, such as acme/checkout');
  expect((await api.store.improvements.find(id))?.state).toBe('proposed');
});

test('the preview of an edited issue equals the issue after the approval, and stores nothing', async () => {
  const [{ id = '' } = {}] = (await api.store.improvements.list({ patternId: 'previewed', limit: 1 })).items;
  const path = `/v1/improvements/${id}`;
  const preview = (edit?: unknown) => api.ask('POST', `${path}/issue`, edit);
  expect(await preview({ title: 'Sooner than its report' })).toMatchObject({ status: 503 });
  await api.store.reports.ensure('previewed', {
    pattern: createTestPattern('previewed'),
    members: [],
    links: [],
    coverage: { failures: 2, inPatterns: 2 },
    asOf: '2026-02-02T00:00:00.000Z',
  });
  const { body: library } = await api.ask('GET', '/v1/guardrails?limit=200');
  const [guardrail] = GuardrailsResponse.parse(library).items;
  const edit = {
    repository: 'acme/cart',
    title: 'Shed load',
    note: 'From the last review.',
    guardrailId: guardrail?.id,
  };
  const stored = (await api.ask('GET', path)).body;
  const { status, body } = await preview(edit);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    repository: 'acme/cart',
    title: 'Shed load',
    body: expect.stringMatching(/^From the last review\./u),
  });
  expect(body.body).toContain(`**${guardrail?.name}.**`);
  expect((await api.ask('GET', path)).body).toEqual(stored);
  expect((await preview()).body).toEqual((await api.ask('GET', `${path}/issue`)).body);

  expect(await preview({ guardrailId: 'nope' })).toMatchObject({ status: 400 });
  expect(await api.ask('POST', `${path}/approve`, { guardrailId: 'nope' })).toMatchObject({ status: 400 });
  expect(await api.ask('POST', '/v1/improvements/nope/issue', {})).toMatchObject({ status: 404 });

  expect(await api.ask('POST', `${path}/approve`, edit)).toMatchObject({ status: 200 });
  expect((await api.ask('GET', `${path}/issue`)).body).toEqual(body);
  await api.store.improvements.recordIssue(id, { repository: 'acme/cart', number: 1, url: 'https://example.org/1' });
  // An approval does not change an open issue, so the preview shows no change.
  expect((await preview({ title: 'Too late' })).body).toEqual(body);
  await api.store.improvements.transition(id, { state: 'fixed' });
  expect(await preview({ title: 'Too late' })).toMatchObject({ status: 409 });
});

test('lists the guardrails in pages', async () => {
  const { status, body } = await api.ask('GET', '/v1/guardrails?limit=2');
  expect(status).toBe(200);
  const { items, next } = GuardrailsResponse.parse(body);
  expect(items.map(({ id }) => id)).toEqual(guardrailLibrary.slice(0, 2).map(({ id }) => id));
  expect(next).toBe('2');
});
