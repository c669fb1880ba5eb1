import type { Decision } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { isDecisionRoute } from '../http/routing/define-route.ts';
import { createRoutes } from '../routes.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createTestPattern } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const pattern = { pattern: createTestPattern('p1'), members: [] };
await api.store.patterns.writeClustering({ episodes: [], patterns: [pattern], lineage: [], inputVersion: 'v' });

async function audit(query = ''): Promise<Decision[]> {
  const { status, body } = await api.ask('GET', `/v1/audit?${query}`);
  expect(status).toBe(200);
  return body.items as Decision[];
}

test('every route with a method other than GET is audited, except for seven that change nothing', () => {
  const asking = createRoutes(api.deps).filter((route) => route.method !== 'get' && !isDecisionRoute(route));
  expect(asking.map(({ operationId }) => operationId).sort()).toEqual([
    ...[
      'checkConnection',
      'checkFile',
      'checkRecords',
      'checkScope',
      'checkWording',
      'listRejectedRows',
      'previewEditedIssue',
      'search',
    ],
  ]);
});

test('the audit log contains the author, the token and the changed values of a decision', async () => {
  const { body: ann } = await api.ask('POST', '/v1/users', { name: 'Ann', role: 'viewer' });
  await api.ask('PATCH', `/v1/users/${ann.id}`, { name: 'Ann B', role: 'admin' });
  expect(await audit('limit=2')).toMatchObject([
    {
      operation: 'changeUser',
      subject: { id: ann.id },
      state: 'done',
      what: expect.stringMatching(/role/u),
      detail: { user: 'Ann', name: 'Ann → Ann B', role: 'viewer → admin' },
      by: { via: 'token', name: 'Local admin', tokenName: 'test', viaId: expect.any(String) },
    },
    { operation: 'addUser', subject: { created: ann.id }, detail: { name: 'Ann', role: 'viewer' } },
  ]);
  expect((await audit(`subject=${ann.id}`)).map(({ operation }) => operation)).toEqual(['changeUser', 'addUser']);
  expect(await audit(`operation=addUser&subject=${ann.id}`)).toHaveLength(1);
  expect(await audit('until=2020-01-01T00:00:00Z')).toEqual([]);
  expect((await audit('userId=nobody')).length).toBe(0);
  const first = await api.ask('GET', '/v1/audit?limit=1');
  expect((await audit(`limit=1&after=${first.body.next}`))[0]?.operation).toBe('addUser');
});

test('the audit log contains neither rejected requests nor secrets', async () => {
  const before = await audit('limit=200');
  expect((await api.ask('DELETE', '/v1/tokens/nosuch')).status).toBe(404);
  expect((await api.ask('POST', '/v1/users', { name: '', role: 'viewer' })).status).toBe(400);
  expect(await audit('limit=200')).toEqual(before);
  const { body } = await api.ask('POST', '/v1/tokens', { name: 'robot' });
  const { body: link } = await api.ask('POST', '/v1/sign-in-links');
  await api.signInByLink(link.url);
  const decisions = await audit('limit=200');
  expect(decisions.slice(0, 3).map(({ operation }) => operation)).toEqual([
    'signIn',
    'createSignInLink',
    'createToken',
  ]);
  const withoutSignIns = await audit('limit=200&signIns=false');
  expect(withoutSignIns.map(({ operation }) => operation)).not.toContain('createSignInLink');
  expect(JSON.stringify(decisions)).not.toContain(String(body.token));
  expect(JSON.stringify(decisions)).not.toContain(String(link.url).split('/').at(-1));
});

test('audits a repeated request with the same idempotency key once', async () => {
  const send = () =>
    fetch(`${api.url}/v1/catalogue`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'once',
      },
      body: JSON.stringify({ service: 'cart', repository: 'acme/cart' }),
    });
  expect([(await send()).status, (await send()).status]).toEqual([201, 201]);
  expect((await audit('operation=addCatalogueEntry')).length).toBe(1);
});

test('a removed correction stays in the audit log', async () => {
  const rename = { kind: 'rename', patternId: 'p1', name: 'The pool' };
  const { body } = await api.ask('POST', '/v1/corrections', rename);
  expect(body.decidedBy).toMatchObject({ via: 'token', name: 'Local admin' });
  await api.ask('DELETE', `/v1/corrections/${body.id}`);
  expect(await audit('limit=2')).toMatchObject([
    { operation: 'removeCorrection', detail: rename },
    { operation: 'addCorrection', detail: rename, subject: { created: body.id } },
  ]);
});

test('an approval by a user named “The Policy” does not count as an approval by the policy', async () => {
  const { store } = api;
  const { id } = await store.improvements.ensure('p1', { repository: 'acme/checkout', title: 'Bound the pool' });
  const user = await store.access.addUser('The Policy', 'triager');
  const { token } = await store.access.createToken('t', null, { userId: user.id, scopes: ['triager'] });
  const response = await fetch(`${api.url}/v1/improvements/${id}/approve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await response.json()).toMatchObject({
    approvedBy: 'The Policy (a person) (token “t”)',
    approver: { via: 'token', userId: user.id },
  });
  expect((await store.improvements.countOpened('2000-01-01T00:00:00.000Z')).byPolicySince).toBe(0);
  expect((await audit('via=policy')).length).toBe(0);
});

test('audit entries cannot be changed or deleted, and a decision fails if it cannot be audited', async () => {
  await api.ask('POST', '/v1/users', { name: 'Seen', role: 'viewer' });
  await expect(api.query("update decision set user_name = 'nobody'")).rejects.toThrow(
    'a finished decision cannot be changed',
  );
  await expect(api.query('delete from decision')).rejects.toThrow('a finished decision cannot be changed');
  await api.query('alter table decision rename to elsewhere');
  const { status } = await api
    .ask('POST', '/v1/users', { name: 'Unseen', role: 'viewer' })
    .finally(() => api.query('alter table elsewhere rename to decision'));
  expect(status).toBe(500);
  expect((await api.store.access.listUsers()).map(({ name }) => name)).not.toContain('Unseen');
});

test('the audit log lists a decision that failed midway as begun', async () => {
  const { access } = api.store;
  vi.spyOn(access, 'addUser').mockRejectedValueOnce(new Error('cut off'));
  expect((await api.ask('POST', '/v1/users', { name: 'Cut', role: 'viewer' })).status).toBe(500);
  expect((await audit('limit=1'))[0]).toMatchObject({ operation: 'addUser', state: 'begun' });
});

test('the history of a pattern keeps an undone decision and says who undid it', async () => {
  const decisions = [{ kind: 'pattern', patternId: 'p1', right: false }];
  const { body: set } = await api.ask('POST', '/v1/correction-sets', { decisions, reason: 'Too minor' });
  const list = async () => ((await api.ask('GET', '/v1/patterns/p1/history?limit=1')).body.items as Decision[])[0];
  expect(await list()).toMatchObject({
    operation: 'addCorrectionSet',
    detail: { kind: 'pattern', right: false, reason: 'Too minor' },
    mentions: [{ kind: 'pattern', id: 'p1' }],
    undone: null,
  });
  await api.ask('DELETE', `/v1/correction-sets/${set.id}`);
  expect(await list()).toMatchObject({ subject: { created: set.id }, undone: { by: { name: 'Local admin' } } });
  expect((await api.ask('GET', '/v1/patterns/nosuch/history')).status).toBe(404);
});

test('the audit log lists the decisions about a topic', async () => {
  await api.ask('POST', '/v1/users', { name: 'Topic', role: 'viewer' });
  const operations = async (topic: string) =>
    (await audit(`topic=${topic}&limit=200`)).map(({ operation }) => operation);
  expect(await operations('access')).toContain('addUser');
  expect(await operations('patterns')).not.toContain('addUser');
});
