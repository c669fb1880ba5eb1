import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { EnsuredWebhook } from '../../contract/failure-source.ts';
import { captureAppError, type ReceivedRequest, type Reply } from '../../testing.ts';
import {
  createGitHubTestServers,
  createInstallationTokenResponder,
  isSignedByApp,
  testAppCredential,
} from '../testing.ts';
import { hookEvents } from './hook-events.ts';
import { ensureGitHubWebhook } from './hooks.ts';

const acme = { account: 'acme', scope: defaultConnectionScope };
const wanted = { url: 'https://refrain.test/webhooks/github/c1/key', secret: 's3cret', id: null, hasReceived: false };
const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

const settings = {
  active: true,
  events: [...hookEvents],
  config: { url: wanted.url, secret: wanted.secret, content_type: 'json', insecure_ssl: '0' },
};
const hook = (more: object = {}) => ({
  id: 12,
  active: true,
  events: [...hookEvents],
  config: { url: wanted.url, content_type: 'json', secret: '********' },
  ...more,
});

describe('the webhook of an organisation', () => {
  /** Responds as GitHub does, with an organisation's hooks in memory. */
  function organisation(hooks: object[], deliveries: object[] = []) {
    return ({ method, url, body }: ReceivedRequest): Reply => {
      if (url.pathname.endsWith('/deliveries')) return { body: deliveries };
      if (url.pathname.endsWith('/pings')) return { status: 204 };
      if (url.pathname !== '/orgs/acme/hooks' && url.pathname !== '/orgs/acme/hooks/12')
        return { status: 404, body: {} };
      if (method === 'GET') return { body: hooks };
      return { status: method === 'POST' ? 201 : 200, body: hook(JSON.parse(body)) };
    };
  }

  it('creates the webhook of an organisation with all events and the secret, and waits for a ping', async () => {
    const { client, writes } = await clientOn(organisation([]));
    expect(await ensureGitHubWebhook(client, acme, wanted)).toEqual({
      id: '/orgs/acme/hooks/12',
      state: 'silent',
      problem: null,
      secret: null,
    });
    expect(writes()).toEqual([{ to: 'POST /orgs/acme/hooks', body: { name: 'web', ...settings } }]);
  });

  it('leaves a webhook unchanged once a delivery has arrived', async () => {
    const { client, writes } = await clientOn(
      organisation([hook({ id: 3, config: { url: 'https://other.test' } }), hook()]),
    );
    const known = { ...wanted, id: '/orgs/acme/hooks/12', hasReceived: true };
    expect(await ensureGitHubWebhook(client, acme, known)).toMatchObject({ state: 'active', problem: null });
    expect(writes()).toEqual([]);
  });

  it('pings a silent webhook, sets the secret again, and reports why no delivery arrived', async () => {
    const failed = { id: 1, guid: 'a', delivered_at: '2026-01-01T00:00:00Z', status: 'timed out', status_code: 0 };
    const { client, writes } = await clientOn(organisation([hook()], [failed]));
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({
      state: 'silent',
      problem: expect.stringMatching(/timed out.*https:\/\/refrain\.test/u),
    });
    expect(writes()).toEqual([
      { to: 'PATCH /orgs/acme/hooks/12', body: settings },
      { to: 'POST /orgs/acme/hooks/12/pings', body: null },
    ]);
  });

  it.each([
    ['points elsewhere', { config: { url: 'https://former.test/hook', content_type: 'json' } }, 'silent'],
    ['is turned off', { active: false }, 'active'],
    ['lacks an event', { events: ['push'] }, 'active'],
    ['sends forms', { config: { url: wanted.url, content_type: 'form' } }, 'active'],
  ])('corrects an organisation webhook that %s', async (_name, more, state) => {
    const { client, writes } = await clientOn(organisation([hook(more)]));
    const known = { ...wanted, id: '/orgs/acme/hooks/12', hasReceived: true };
    const kept = await ensureGitHubWebhook(client, acme, known);
    expect(kept).toMatchObject({ state });
    // Deliveries to the previous URL do not count for the new URL.
    expect(kept.resetsReceived ?? false).toBe(state === 'silent');
    expect(writes()[0]).toEqual({ to: 'PATCH /orgs/acme/hooks/12', body: settings });
  });

  it('sends a new secret until GitHub accepts it, even if deliveries signed with the previous secret arrive', async () => {
    let isRefusing = true;
    const answer = organisation([hook()]);
    const { client, writes } = await clientOn((asked) =>
      isRefusing && asked.method === 'PATCH' ? { status: 403, body: { message: 'Not accessible' } } : answer(asked),
    );
    const due = { ...wanted, id: '/orgs/acme/hooks/12', isSecretDue: true };
    const refused = await ensureGitHubWebhook(client, acme, due);
    expect(refused).toMatchObject({
      id: '/orgs/acme/hooks/12:unshared',
      state: 'refused',
      problem: expect.stringMatching(/may not give the webhook its new secret.*Webhooks: read and write/u),
      isSecretShared: true,
    });
    isRefusing = false;
    const later = { ...wanted, id: refused.id, hasReceived: true };
    expect(await ensureGitHubWebhook(client, acme, later)).toEqual({
      id: '/orgs/acme/hooks/12',
      state: 'silent',
      problem: null,
      secret: null,
    });
    const told = { to: 'PATCH /orgs/acme/hooks/12', body: settings };
    expect(writes()).toEqual([told, told, { to: 'POST /orgs/acme/hooks/12/pings', body: null }]);
  });

  it('marks an unreadable webhook as lacking the new secret', async () => {
    const { client } = await clientOn(({ url }) =>
      url.pathname === '/orgs/acme/repos' ? { body: [{ id: 1, full_name: 'acme/api' }] } : { status: 403, body: {} },
    );
    const due = { ...wanted, id: '/orgs/acme/hooks/12', isSecretDue: true };
    const { id } = await ensureGitHubWebhook(client, acme, due);
    expect(id).toBe('/orgs/acme/hooks/12:unshared');
    expect(await ensureGitHubWebhook(client, acme, { ...wanted, id })).toMatchObject({ id });
    const unknown = await ensureGitHubWebhook(client, acme, { ...due, id: null });
    expect(unknown).toEqual({ id: null, state: 'refused', problem: expect.any(String), secret: null });
  });

  it('reports a webhook as disabled if GitHub does not enable it', async () => {
    const { client } = await clientOn(({ method }) =>
      method === 'GET' ? { body: [hook({ active: false })] } : { body: hook({ active: false }) },
    );
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({ state: 'disabled' });
  });

  it('reports that GitHub rejects the URL of a webhook, and then creates no webhooks for repositories', async () => {
    const { client, server } = await clientOn(({ method }) =>
      method === 'GET' ? { body: [] } : { status: 422, body: { message: 'Validation Failed' } },
    );
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({
      id: null,
      state: 'refused',
      problem: expect.stringMatching(/reachable from GitHub/u),
    });
    expect(server.requests).toHaveLength(2);
  });

  it("rejects a webhook without a secret, or with an id that is not in Refrain's format", async () => {
    const { client } = await clientOn(organisation([]));
    for (const wrong of [{ secret: null }, { id: '/orgs/acme/hooks/12/../../user' }]) {
      const error = await captureAppError(() => ensureGitHubWebhook(client, acme, { ...wanted, ...wrong }));
      expect(error.code).toBe('invalid_input');
    }
  });
});

describe('the webhooks of repositories', () => {
  function repositories(names: string[], refusing: string[] = []) {
    return ({ method, url, body }: ReceivedRequest): Reply => {
      if (url.pathname === '/orgs/acme/repos')
        return { body: names.map((name, id) => ({ id, full_name: `acme/${name}` })) };
      const name = /^\/repos\/acme\/([\w-]+)\/hooks$/u.exec(url.pathname)?.[1];
      if (name === undefined || refusing.includes(name))
        return { status: 403, body: { message: 'Resource not accessible' } };
      return method === 'GET' ? { body: [] } : { status: 201, body: hook(JSON.parse(body)) };
    };
  }

  it('creates one webhook per repository in scope if the organisation has none', async () => {
    const { client, writes } = await clientOn(repositories(['web', 'api']));
    const scope = { ...defaultConnectionScope, repositories: ['*/api'] };
    expect(await ensureGitHubWebhook(client, { account: 'acme', scope }, wanted)).toMatchObject({
      id: '/repos/acme/api/hooks/12',
      state: 'silent',
    });
    expect(writes().map(({ to }) => to)).toEqual(['POST /repos/acme/api/hooks']);
  });

  it('reports how many repositories reject a webhook, and keeps existing webhooks', async () => {
    const { client } = await clientOn(repositories(['web', 'api'], ['web']));
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({
      id: '/repos/acme/api/hooks/12',
      state: 'refused',
      problem: expect.stringMatching(/in 1 of 2 repositories/u),
    });
  });

  /** Responds as GitHub does with a hook in each of these repositories, some of which are read-only. */
  function hooked(names: string[], refusing: ReadonlySet<string>) {
    return ({ method, url, body }: ReceivedRequest): Reply => {
      const name = /^\/repos\/acme\/(\w+)\/hooks/u.exec(url.pathname)?.[1];
      if (url.pathname === '/orgs/acme/repos')
        return { body: names.map((one, id) => ({ id, full_name: `acme/${one}` })) };
      if (name === undefined) return { status: 404, body: {} };
      if (method === 'GET') return { body: url.pathname.endsWith('/deliveries') ? [] : [hook()] };
      if (refusing.has(name)) return { status: 403, body: { message: 'Resource not accessible' } };
      return method === 'PATCH' ? { body: hook(JSON.parse(body)) } : { status: 204 };
    };
  }

  it('sends a new secret to all repository webhooks, and retries one rejecting webhook per call', async () => {
    const refusing = new Set(['b', 'c']);
    const toldIn: string[] = [];
    /** Uses a new client each time, because a client waits a second after each write. */
    async function look(more: object): Promise<EnsuredWebhook> {
      const { client, writes } = await clientOn(hooked(['a', 'b', 'c'], refusing));
      const ensured = await ensureGitHubWebhook(client, acme, { ...wanted, ...more });
      const patched = writes().filter(({ to }) => to.startsWith('PATCH'));
      toldIn.push(patched.map(({ to }) => to.split('/')[3]).join(''));
      return ensured;
    }
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `/repos/acme/${name}/hooks/12`);
    let ensured = await look({ id: `${a},${b},${c}`, isSecretDue: true });
    expect(ensured).toEqual({
      id: `${a},${b}:unshared,${c}:unshared`,
      state: 'silent',
      problem: expect.stringMatching(/new secret.*in 2 of 3 repositories/u),
      secret: null,
      isSecretShared: true,
    });
    for (let round = 0; round < 3; round += 1) {
      ensured = await look({ id: ensured.id, hasReceived: true });
      expect(ensured).toMatchObject({ state: 'active', problem: expect.stringMatching(/in 2 of 3 repositories/u) });
    }
    refusing.clear();
    for (let round = 0; round < 3; round += 1) ensured = await look({ id: ensured.id, hasReceived: true });
    expect(ensured).toMatchObject({ id: [a, b, c].join(','), state: 'active', problem: null });
    expect(toldIn).toEqual(['abc', 'b', 'c', 'b', 'c', 'b', '']);
  }, 20_000);

  it('reports repository webhooks as silent after a change of URL, unless one already has the new URL', async () => {
    const there = (names: string[]) => (asked: ReceivedRequest) => {
      const isThere = names.some((name) => asked.url.pathname.startsWith(`/repos/acme/${name}/`));
      const answer = hooked(['a', 'b'], new Set())(asked);
      const isList = asked.method === 'GET' && asked.url.pathname.endsWith('/hooks') && answer.status === undefined;
      return isList && !isThere
        ? { body: [hook({ config: { url: 'https://former.test/hook', content_type: 'json' } })] }
        : answer;
    };
    const known = { ...wanted, id: '/repos/acme/a/hooks/12,/repos/acme/b/hooks/12', hasReceived: true };
    const look = async (names: string[]) => ensureGitHubWebhook((await clientOn(there(names))).client, acme, known);
    expect(await look([])).toMatchObject({ state: 'silent', resetsReceived: true });
    expect(await look(['a'])).not.toHaveProperty('resetsReceived');
    expect(await look(['a', 'b'])).not.toHaveProperty('resetsReceived');
  }, 20_000);

  it('limits the number of repository webhooks', async () => {
    const names = Array.from({ length: 51 }, (_, at) => `r${at}`);
    const { client, writes } = await clientOn(repositories(names));
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({
      state: 'refused',
      problem: expect.stringMatching(/51 repositories are too many/u),
    });
    expect(writes()).toEqual([]);
  });
});

describe('the webhook of an App', () => {
  function app(config: object, { events = [...hookEvents] as string[], deliveries = [] as object[] } = {}) {
    const desk = createInstallationTokenResponder();
    return (asked: ReceivedRequest): Reply => {
      if (!isSignedByApp(asked)) return desk(asked) ?? { status: 401, body: {} };
      if (asked.url.pathname === '/app') return { body: { events } };
      if (asked.url.pathname === '/app/hook/deliveries') return { body: deliveries };
      if (asked.url.pathname.endsWith('/attempts')) return { status: 202, body: {} };
      return { body: asked.method === 'PATCH' ? JSON.parse(asked.body) : config };
    };
  }

  it("sets the App's webhook with the App's key", async () => {
    const { client, writes } = await clientOn(app({}), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({ id: '/app/hook', state: 'silent' });
    expect(writes()).toEqual([{ to: 'PATCH /app/hook/config', body: settings.config }]);
  });

  it("leaves an App's webhook unchanged once a delivery has arrived, and reports missing events", async () => {
    const config = { url: wanted.url, content_type: 'json' };
    const { client, writes } = await clientOn(app(config, { events: ['push'] }), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, { ...wanted, hasReceived: true })).toMatchObject({
      state: 'active',
      problem: expect.stringMatching(/workflow_run.*Subscribe to events/u),
    });
    expect(writes()).toEqual([]);
  });

  it("reports an App's webhook as silent after a change of URL", async () => {
    const { client } = await clientOn(
      app({ url: 'https://former.test/hook', content_type: 'json' }),
      testAppCredential,
    );
    expect(await ensureGitHubWebhook(client, acme, { ...wanted, hasReceived: true })).toMatchObject({
      state: 'silent',
      resetsReceived: true,
    });
  });

  it("requests the last delivery of an App's webhook again, because there is no ping", async () => {
    const config = { url: wanted.url, content_type: 'json' };
    const last = {
      id: 5,
      guid: 'a',
      delivered_at: '2026-01-01T00:00:00Z',
      status: 'Invalid HTTP Response: 404',
      status_code: 404,
    };
    const { client, writes } = await clientOn(app(config, { deliveries: [last] }), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, wanted)).toMatchObject({
      state: 'silent',
      problem: expect.stringMatching(/Response: 404/u),
    });
    expect(writes().at(-1)?.to).toBe('POST /app/hook/deliveries/5/attempts');
  });
});
