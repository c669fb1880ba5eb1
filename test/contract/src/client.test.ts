import { createTestPattern, startApiUnderTest } from '@refrain/api/testing';
import { createRefrainClient, type Schemas } from '@refrain/client';
import { expect, test } from 'vitest';

const api = await startApiUnderTest();
const ids = ['p1', 'p2', 'p3'];
await api.store.patterns.writeClustering({
  episodes: [],
  patterns: ids.map((id) => ({ pattern: createTestPattern(id), members: [] })),
  lineage: [],
  inputVersion: 'v',
});
const refrain = createRefrainClient({ url: api.url, token: api.token });

test('the client reads a list page by page and returns typed items', async () => {
  const read: string[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } = { limit: 2, ...(after === null ? {} : { after }) };
    const { data } = await refrain.GET('/v1/patterns', { params: { query } });
    read.push(...(data?.items ?? []).map(({ id }: Schemas['Pattern']) => id));
    after = data?.next ?? null;
  } while (after !== null);
  expect(read.sort()).toEqual(ids);
});

test("the client throws an error with the API's error code for a rejected request", async () => {
  const { data, error, response } = await refrain.GET('/v1/patterns/{id}', { params: { path: { id: 'nosuch' } } });
  expect([data, error?.code, error?.retryable, response.status]).toEqual([undefined, 'not_found', false, 404]);
  const stranger = createRefrainClient({ url: api.url });
  expect((await stranger.GET('/v1/status')).error?.code).toBe('unauthenticated');
});

test('the API executes a write of the client once if its idempotency key is sent again, and wrong parameters do not compile', async () => {
  const params = { header: { 'Idempotency-Key': 'a-key-of-its-own' } };
  const rename = () =>
    refrain.POST('/v1/corrections', { params, body: { kind: 'rename', patternId: 'p1', name: 'The pool' } });
  const first = await rename();
  const again = await rename();
  expect(again.data).toEqual(first.data);
  expect(again.response.headers.get('idempotency-replayed')).toBe('true');
  // @ts-expect-error the API has no correction of this kind
  const wrong = await refrain.POST('/v1/corrections', { body: { kind: 'other' } });
  expect(wrong.error?.code).toBe('invalid_input');
});

test('the client uses a custom fetch function', async () => {
  const urls: string[] = [];
  const client = createRefrainClient({
    url: 'https://refrain.example',
    token: 'rfr_x',
    async fetch({ method, url, headers }) {
      urls.push(`${method} ${url} ${headers.get('authorization')}`);
      return Response.json({ signedIn: true });
    },
  });
  expect((await client.GET('/v1/session')).data).toEqual({ signedIn: true });
  expect(urls).toEqual(['GET https://refrain.example/v1/session Bearer rfr_x']);
});
