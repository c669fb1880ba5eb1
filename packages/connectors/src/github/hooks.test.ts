import { defaultScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { type Asked, errorFrom, type Reply } from '../testing.ts';
import { hookEvents } from './hook-events.ts';
import { ensureGitHubWebhook } from './hooks.ts';
import { createTokenDesk, gitHubServers, isSignedByApp, testAppCredential } from './testing.ts';

const signal = new AbortController().signal;
const acme = { account: 'acme', scope: defaultScope };
const wanted = { url: 'https://refrain.test/webhooks/github/c1/key', secret: 's3cret', id: null, heard: false };
const { clientOn, closeAll } = gitHubServers();
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

describe('of an organisation', () => {
  /** An organisation's hooks in memory; what is set is what it then has. */
  function organisation(hooks: object[], deliveries: object[] = []) {
    return ({ method, url, body }: Asked): Reply => {
      if (url.pathname.endsWith('/deliveries')) return { body: deliveries };
      if (url.pathname.endsWith('/pings')) return { status: 204 };
      if (url.pathname !== '/orgs/acme/hooks' && url.pathname !== '/orgs/acme/hooks/12')
        return { status: 404, body: {} };
      if (method === 'GET') return { body: hooks };
      return { status: method === 'POST' ? 201 : 200, body: hook(JSON.parse(body)) };
    };
  }

  it('is made with all events and the secret, and waits for its ping', async () => {
    const { client, writes } = await clientOn(organisation([]));
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toEqual({
      id: '/orgs/acme/hooks/12',
      state: 'silent',
      problem: null,
      secret: null,
    });
    expect(writes()).toEqual([{ to: 'POST /orgs/acme/hooks', body: { name: 'web', ...settings } }]);
  });

  it('is left alone once it is heard', async () => {
    const { client, writes } = await clientOn(
      organisation([hook({ id: 3, config: { url: 'https://other.test' } }), hook()]),
    );
    const known = { ...wanted, id: '/orgs/acme/hooks/12', heard: true };
    expect(await ensureGitHubWebhook(client, acme, known, signal)).toMatchObject({ state: 'active', problem: null });
    expect(writes()).toEqual([]);
  });

  it('is asked for a ping while it is silent, with the secret set anew and the reason why nothing came', async () => {
    const failed = { id: 1, guid: 'a', delivered_at: '2026-01-01T00:00:00Z', status: 'timed out', status_code: 0 };
    const { client, writes } = await clientOn(organisation([hook()], [failed]));
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({
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
  ])('is set right where it %s', async (_name, more, state) => {
    const { client, writes } = await clientOn(organisation([hook(more)]));
    const known = { ...wanted, id: '/orgs/acme/hooks/12', heard: true };
    expect(await ensureGitHubWebhook(client, acme, known, signal)).toMatchObject({ state });
    expect(writes()[0]).toEqual({ to: 'PATCH /orgs/acme/hooks/12', body: settings });
  });

  it('is told to be disabled where GitHub leaves it off', async () => {
    const { client } = await clientOn(({ method }) =>
      method === 'GET' ? { body: [hook({ active: false })] } : { body: hook({ active: false }) },
    );
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({ state: 'disabled' });
  });

  it('is refused where GitHub does not take the address, without trying repositories', async () => {
    const { client, server } = await clientOn(({ method }) =>
      method === 'GET' ? { body: [] } : { status: 422, body: { message: 'Validation Failed' } },
    );
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({
      id: null,
      state: 'refused',
      problem: expect.stringMatching(/reachable from GitHub/u),
    });
    expect(server.asked).toHaveLength(2);
  });

  it('wants a secret, and an id of its own making', async () => {
    const { client } = await clientOn(organisation([]));
    for (const wrong of [{ secret: null }, { id: '/orgs/acme/hooks/12/../../user' }]) {
      const error = await errorFrom(() => ensureGitHubWebhook(client, acme, { ...wanted, ...wrong }, signal));
      expect(error.code).toBe('invalid_input');
    }
  });
});

describe('of repositories', () => {
  function repositories(names: string[], refusing: string[] = []) {
    return ({ method, url, body }: Asked): Reply => {
      if (url.pathname === '/orgs/acme/repos')
        return { body: names.map((name, id) => ({ id, full_name: `acme/${name}` })) };
      const name = /^\/repos\/acme\/([\w-]+)\/hooks$/u.exec(url.pathname)?.[1];
      if (name === undefined || refusing.includes(name))
        return { status: 403, body: { message: 'Resource not accessible' } };
      return method === 'GET' ? { body: [] } : { status: 201, body: hook(JSON.parse(body)) };
    };
  }

  it('stand in where the organisation has none, one for each in scope', async () => {
    const { client, writes } = await clientOn(repositories(['web', 'api']));
    const scope = { ...defaultScope, repositories: ['*/api'] };
    expect(await ensureGitHubWebhook(client, { account: 'acme', scope }, wanted, signal)).toMatchObject({
      id: '/repos/acme/api/hooks/12',
      state: 'silent',
    });
    expect(writes().map(({ to }) => to)).toEqual(['POST /repos/acme/api/hooks']);
  });

  it('say in how many they are refused, and keep those that are there', async () => {
    const { client } = await clientOn(repositories(['web', 'api'], ['web']));
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({
      id: '/repos/acme/api/hooks/12',
      state: 'refused',
      problem: expect.stringMatching(/in 1 of 2 repositories/u),
    });
  });

  it('are not made by the hundred', async () => {
    const names = Array.from({ length: 51 }, (_, at) => `r${at}`);
    const { client, writes } = await clientOn(repositories(names));
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({
      state: 'refused',
      problem: expect.stringMatching(/51 repositories are too many/u),
    });
    expect(writes()).toEqual([]);
  });
});

describe('of an App', () => {
  function app(config: object, { events = [...hookEvents] as string[], deliveries = [] as object[] } = {}) {
    const desk = createTokenDesk();
    return (asked: Asked): Reply => {
      if (!isSignedByApp(asked)) return desk(asked) ?? { status: 401, body: {} };
      if (asked.url.pathname === '/app') return { body: { events } };
      if (asked.url.pathname === '/app/hook/deliveries') return { body: deliveries };
      if (asked.url.pathname.endsWith('/attempts')) return { status: 202, body: {} };
      return { body: asked.method === 'PATCH' ? JSON.parse(asked.body) : config };
    };
  }

  it('is its own, set by the key of the App', async () => {
    const { client, writes } = await clientOn(app({}), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({ id: '/app/hook', state: 'silent' });
    expect(writes()).toEqual([{ to: 'PATCH /app/hook/config', body: settings.config }]);
  });

  it('is left alone once it is heard, and says which events it lacks', async () => {
    const config = { url: wanted.url, content_type: 'json' };
    const { client, writes } = await clientOn(app(config, { events: ['push'] }), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, { ...wanted, heard: true }, signal)).toMatchObject({
      state: 'active',
      problem: expect.stringMatching(/workflow_run.*Subscribe to events/u),
    });
    expect(writes()).toEqual([]);
  });

  it('has no ping: its last delivery is asked for again', async () => {
    const config = { url: wanted.url, content_type: 'json' };
    const last = {
      id: 5,
      guid: 'a',
      delivered_at: '2026-01-01T00:00:00Z',
      status: 'Invalid HTTP Response: 404',
      status_code: 404,
    };
    const { client, writes } = await clientOn(app(config, { deliveries: [last] }), testAppCredential);
    expect(await ensureGitHubWebhook(client, acme, wanted, signal)).toMatchObject({
      state: 'silent',
      problem: expect.stringMatching(/Response: 404/u),
    });
    expect(writes().at(-1)?.to).toBe('POST /app/hook/deliveries/5/attempts');
  });
});
