import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CatalogueEntry,
  CatalogueImportResponse,
  CatalogueResponse,
  CatalogueSuggestionResponse,
  defaultConnectionScope,
  ScopeNamesResponse,
} from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const { id: connectionId } = await api.store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  scope: null,
  credential: null,
  webhookSecret: null,
});
await api.store.failures.upsert(connectionId, [
  { ...createFailureDraft('one'), services: ['Cart API'] },
  { ...createFailureDraft('two'), services: ['search'] },
]);

const component = `kind: Component
metadata: { name: cart-api, annotations: { pagerduty.com/integration-key: 0123456789abcdef0123456789abcdef } }
spec: { type: service }
---
kind: Component
metadata: { name: unheard-of }
`;

async function list(query = ''): Promise<CatalogueResponse> {
  const { status, body } = await api.ask('GET', `/v1/catalogue${query}`);
  expect(status).toBe(200);
  return CatalogueResponse.parse(body);
}

test('rejecting a confirmed catalogue entry makes a re-clustering necessary, unless the entry is confirmed again', async () => {
  const { status, body } = await api.ask('POST', '/v1/catalogue', { service: 'search', repository: 'acme/search' });
  const added = CatalogueEntry.parse(body);
  expect([status, added.status, added.origin, added.path]).toEqual([201, 'confirmed', 'person', null]);
  const before = await api.store.patterns.readInputVersion();
  const rejected = await api.ask('POST', `/v1/catalogue/${added.id}/reject`);
  expect(CatalogueEntry.parse(rejected.body).status).toBe('rejected');
  expect(await api.store.patterns.readInputVersion()).not.toBe(before);
  expect((await api.ask('POST', `/v1/catalogue/${added.id}/confirm`)).body.status).toBe('confirmed');
  expect(await api.store.patterns.readInputVersion()).toBe(before);
  expect(await api.ask('POST', `/v1/catalogue/${added.id}/undecide`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Remove the entry with DELETE') },
  });
  expect((await api.ask('GET', `/v1/catalogue/${added.id}`)).body.id).toBe(added.id);
  expect((await api.ask('DELETE', `/v1/catalogue/${added.id}`)).status).toBe(204);
  for (const [method, path] of [
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/confirm'],
  ] as const) {
    expect((await api.ask(method, `/v1/catalogue/${added.id}${path}`)).status).toBe(404);
  }
});

test('the list of scope names contains the service and the repository of a catalogue entry', async () => {
  const { body } = await api.ask('POST', '/v1/catalogue', { service: 'wishlist', repository: 'acme/wishlist' });
  const places = ScopeNamesResponse.parse((await api.ask('GET', '/v1/scope-names')).body);
  expect(places.services).toContain('wishlist');
  expect(places.repositories).toContain('acme/wishlist');
  await api.ask('DELETE', `/v1/catalogue/${body.id}`);
});

test('a repeated import of a catalogue file keeps people’s decisions on its entries, and reports problems', async () => {
  const upload = { path: 'catalog-info.yaml', text: component, repository: 'acme/cart' };
  const { status, body } = await api.ask('POST', '/v1/catalogue/import', upload);
  const { items, problems } = CatalogueImportResponse.parse(body);
  expect([status, items.length]).toEqual([200, 1]);
  expect(items[0]).toMatchObject({ service: 'Cart API', repository: 'acme/cart', status: 'suggested', score: 1 });
  expect(problems).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain('0123456789abcdef');
  await api.ask('POST', '/v1/catalogue/import', { ...upload, confirm: true });
  expect((await list('?status=confirmed&repository=acme/cart')).items.map(({ service }) => service)).toEqual([
    'Cart API',
  ]);
  const again = await api.ask('POST', '/v1/catalogue/import', upload);
  const [kept] = CatalogueImportResponse.parse(again.body).items;
  expect(kept?.status).toBe('confirmed');
  const undecided = await api.ask('POST', `/v1/catalogue/${kept?.id}/undecide`);
  expect(undecided.body).toMatchObject({ status: 'suggested', origin: 'catalog_info', evidence: kept?.evidence });
});

test('finds a service without incidents by its PagerDuty id, and reports a failed request to PagerDuty', async () => {
  const pagerDuty = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ services: [{ id: 'PQUIET1', name: 'Never paged' }], more: false }));
  });
  await new Promise<void>((done) => pagerDuty.listen(0, '127.0.0.1', done));
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: `http://127.0.0.1:${(pagerDuty.address() as AddressInfo).port}`,
    scope: defaultConnectionScope,
    credential: 'pd_key',
    webhookSecret: null,
  });
  onTestFinished(() => api.store.connections.remove(id));
  const text = 'kind: Component\nmetadata: { name: quiet, annotations: { pagerduty.com/service-id: PQUIET1 } }';
  const upload = { path: 'catalog-info.yaml', text, repository: 'acme/quiet' };
  const found = CatalogueImportResponse.parse((await api.ask('POST', '/v1/catalogue/import', upload)).body);
  expect(found.items).toMatchObject([{ service: 'Never paged', repository: 'acme/quiet', score: 1 }]);
  pagerDuty.closeAllConnections();
  await new Promise((done) => pagerDuty.close(done));
  const { status, body } = await api.ask('POST', '/v1/catalogue/import', upload);
  expect([status, body.items]).toEqual([200, []]);
  expect((await list('?repository=acme/quiet')).total).toBe(1);
  expect(CatalogueImportResponse.parse(body).problems[0]).toMatch(/^services of acme could not be listed: /u);
  expect(JSON.stringify(body)).not.toContain('pd_key');
});

test('stores an imported repository name in the spelling of the connected repository', async () => {
  const { id } = await api.store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'http://127.0.0.1:9',
    scope: defaultConnectionScope,
    credential: null,
    webhookSecret: null,
  });
  onTestFinished(() => api.store.connections.remove(id));
  const members = [{ id: '1', name: 'acme/till', state: 'present' as const }];
  await api.store.connections.changeScopeMembers(id, { known: [], members, renames: [] });
  const text = `kind: Component\nmetadata: { name: cart-api, annotations: { github.com/project-slug: Acme/Till } }`;
  const upload = { path: 'apps/cart/catalog-info.yaml', text, repository: 'ACME/till' };
  const { body } = await api.ask('POST', '/v1/catalogue/import', upload);
  expect(CatalogueImportResponse.parse(body).items).toMatchObject([{ repository: 'acme/till', path: 'apps/cart' }]);
});

test('removes a suggestion when its file no longer contains it', async () => {
  const upload = { path: 'CODEOWNERS', repository: 'acme/mono' };
  await api.ask('POST', '/v1/catalogue/import', { ...upload, text: '/apps/search/ @acme/search-team' });
  expect((await list('?repository=acme/mono')).items).toMatchObject([
    { service: 'search', path: 'apps/search', origin: 'codeowners', status: 'suggested' },
  ]);
  await api.ask('POST', '/v1/catalogue/import', { ...upload, text: '# nobody' });
  expect((await list('?repository=acme/mono')).total).toBe(0);
});

test('rejects a CODEOWNERS file if all files together would have too many paths', async () => {
  const fill = (count: number) => {
    const owners = Array.from({ length: count }, (_, at) => ({
      repository: 'acme/large',
      path: `p${at}`,
      teams: ['a'],
    }));
    return api.store.catalogue.replaceFile({ drafts: [], dependencies: [], owners }, 'acme/large:CODEOWNERS', true);
  };
  await fill(99_999);
  onTestFinished(async () => void (await fill(0)));
  const upload = (text: string) =>
    api.ask('POST', '/v1/catalogue/import', { path: 'CODEOWNERS', repository: 'acme/owned', text });
  expect((await upload('/apps/a/ @acme/one')).status).toBe(200);
  const refused = await upload('/apps/a/ @acme/one\n/apps/b/ @acme/two');
  expect([refused.status, refused.body.code]).toEqual([413, 'too_large']);
  expect(refused.body.detail).toContain('Refrain stores at most 100000');
});

test('lists catalogue entries of a service in pages', async () => {
  await api.ask('POST', '/v1/catalogue', { service: 'listed', repository: 'acme/one', path: 'apps/search' });
  await api.ask('POST', '/v1/catalogue', { service: 'listed', repository: 'acme/two', environment: 'production' });
  const first = await list('?service=listed&limit=1');
  expect([first.total, first.items.length]).toEqual([2, 1]);
  const second = await list(`?service=listed&limit=1&after=${first.next}`);
  expect(new Set([...first.items, ...second.items].map(({ repository }) => repository)).size).toBe(2);
  expect(second.next).toBeNull();
});

test('suggests catalogue entries in the background', async () => {
  const { status, body } = await api.ask('POST', '/v1/catalogue/suggest');
  expect([status, CatalogueSuggestionResponse.parse(body)]).toEqual([202, { asked: true }]);
});

test.each([
  ['POST', '/v1/catalogue', { service: 'search', repository: 'no slash' }, 'owner/name'],
  ['POST', '/v1/catalogue', { service: '', repository: 'acme/search' }, 'service'],
  ['POST', '/v1/catalogue', { service: 'a', repository: 'acme/search', path: '../x' }, 'path'],
  ['POST', '/v1/catalogue', { service: 'a\0b', repository: 'acme/search' }, 'one line'],
  ['GET', '/v1/catalogue?status=maybe', undefined, 'status'],
  ['POST', '/v1/catalogue/import', { path: 'CODEOWNERS', text: '' }, 'specify the repository as owner/name'],
  ['POST', '/v1/catalogue/import', { path: 'catalog-info.yaml', text: 'a: [' }, 'has invalid YAML'],
])('%s %s rejects %j and says what to do', async (method, path, body, detail) => {
  const answer = await api.ask(method, path, body);
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toContain(detail);
});
