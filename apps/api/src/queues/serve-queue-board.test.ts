import { createRequire } from 'node:module';
import { jobCatalogue } from '@refrain/jobs';
import { expect, test } from 'vitest';
import { startApiUnderTest, unavailableRedisUrl } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const queueNames = [...new Set(Object.values(jobCatalogue).map(({ queue }) => queue))].sort();
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { headers, redirect: 'manual' });

async function signIn(): Promise<string> {
  const { body } = await api.ask('POST', '/v1/sign-in-links');
  const response = await api.signInByLink(body.url);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test.each(['/queues', '/queues/', '/queues/queue/ingest', '/queues/anything'])(
  'without a sign-in, %s redirects a browser to the sign-in page and returns 401 to a program',
  async (path) => {
    const page = await get(path, html);
    expect([page.status, page.headers.get('location')]).toEqual([302, '/']);
    const refused = await get(path, { accept: 'application/json' });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: 'unauthenticated' });
  },
);

test.each(['/queues/api/queues', '/queues/static/images/logo.svg'])(
  'returns 401 for %s without a sign-in',
  async (path) => {
    expect((await get(path)).status).toBe(401);
  },
);

test('the queue board shows an admin all queues and loads nothing from other servers', async () => {
  const cookie = await signIn();
  for (const path of ['/queues', '/queues/queue/ingest']) {
    const page = await get(path, { ...html, cookie });
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    // The settings show the board in a frame.
    expect(policy).toContain("frame-ancestors 'self'");
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(page.headers.get('x-powered-by')).toBeNull();
    const text = await page.text();
    expect(text).toContain('<base href="/queues/"');
    expect(text).not.toMatch(/(?:href|src)="https?:/u);
    // The content security policy blocks inline scripts; a JSON script element is data.
    const scripts = [...text.matchAll(/<script(?<attributes>[^>]*)>/gu)].map(({ groups }) => groups?.attributes ?? '');
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.every((one) => one.includes(' src="static/') || one.includes('type="application/json"'))).toBe(true);
    for (const [, file = ''] of text.matchAll(/(?:href|src)="(static\/[^"]+)"/gu)) {
      expect((await get(`/queues/${file}`, { cookie })).status).toBe(200);
    }
  }
  const { body } = await api.ask('GET', '/queues/api/queues');
  expect((body.queues as { name: string }[]).map(({ name }) => name).sort()).toEqual(queueNames);
});

test('the queue board shows jobs with payloads, and accepts writes by session only from its own origin', async () => {
  const { body: connected } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id } = connected.connection as { id: string };
  await api.ask('DELETE', `/v1/connections/${id}`);
  const { body } = await api.ask('GET', '/queues/api/queues?activeQueue=analysis&status=delayed');
  const [analysis] = (body.queues as { name: string; jobs: { name: string; data: unknown }[] }[]).filter(
    ({ name }) => name === 'analysis',
  );
  expect(analysis?.jobs).toMatchObject([{ name: 'recluster', data: {} }]);

  const cookie = await signIn();
  const path = `${api.url}/queues/api/queues/analysis/retry/failed`;
  const send = async (headers: Record<string, string>) => (await fetch(path, { method: 'PUT', headers })).status;
  expect(await send({})).toBe(401);
  expect(await send({ cookie })).toBe(403);
  expect(await send({ cookie, origin: 'https://elsewhere.example' })).toBe(403);
  expect(await send({ cookie, origin: api.url })).toBe(200);
  expect(await send({ authorization: `Bearer ${api.token}` })).toBe(200);
});

const fromBoard = createRequire(import.meta.resolve('@bull-board/api'));
const { appRoutes } = fromBoard('./routes.js') as {
  appRoutes: { api: { method: string | string[]; route: string }[] };
};
const allowed = [
  ...[
    'pause',
    'resume',
    'retry/:queueStatus',
    'promote',
    'clean/:queueStatus',
    ':jobId/retry',
    ':jobId/clean',
    ':jobId/promote',
  ],
].map((rest) => `put /api/queues/:queueName/${rest}`);

test('the queue board can retry, promote and remove jobs and pause and resume queues, and nothing else', async () => {
  const writes = appRoutes.api.flatMap(({ method, route }) =>
    [method].flat().flatMap((one) => (one === 'get' ? [] : [`${one} ${route}`])),
  );
  expect(writes).toEqual(expect.arrayContaining([...allowed, 'post /api/queues/:queueName/add']));
  const passed = [];
  for (const write of writes) {
    const [method = '', route = ''] = write.split(' ');
    const path = route.replace(':queueName', 'ingest').replace(':queueStatus', 'failed').replaceAll(/:\w+/gu, 'x');
    const { status, body } = await api.ask(method.toUpperCase(), `/queues${path}`);
    if (status !== 403) passed.push(write);
    else expect(body).toMatchObject({ code: 'forbidden' });
  }
  expect(passed.sort()).toEqual(allowed.sort());
});

test('the backlog and the status show that a queue is paused', async () => {
  const own = await startApiUnderTest();
  const listPaused = async (path: string) => {
    const { body } = await own.ask('GET', path);
    const queues = Object.entries(body.queues as Record<string, { isPaused: boolean }>);
    return queues.flatMap(([name, { isPaused }]) => (isPaused ? [name] : []));
  };
  await own.ask('PUT', '/queues/api/queues/ingest/pause');
  expect(await listPaused('/v1/backlog')).toEqual(['ingest']);
  expect(await listPaused('/v1/status')).toEqual(['ingest']);
  await own.ask('PUT', '/queues/api/queues/ingest/resume');
  expect(await listPaused('/v1/backlog')).toEqual([]);
  expect(await listPaused('/v1/status')).toEqual([]);
});

test('returns problem details for an unknown path of the queue board', async () => {
  const response = await get('/queues/nothing/here', { ...html, authorization: `Bearer ${api.token}` });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: 'not_found' });
});

test('the queue board returns 503 while Redis is unavailable', async () => {
  const away = await startApiUnderTest({ redisUrl: unavailableRedisUrl });
  expect(await away.ask('GET', '/queues/api/queues')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
});
