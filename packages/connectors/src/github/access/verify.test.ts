import { afterEach, describe, expect, it } from 'vitest';
import { captureAppError, type ReceivedRequest, type Reply } from '../../testing.ts';
import {
  createGitHubTestServers,
  createInstallationTokenResponder,
  isSignedByApp,
  testApp,
  testAppCredential,
} from '../testing.ts';
import { verifyGitHubAccount } from './verify.ts';

const { clientOn, closeAll } = createGitHubTestServers();
afterEach(closeAll);

async function verifyOn(answer: (asked: ReceivedRequest) => Reply | null, credential?: string) {
  const { client, server } = await clientOn(answer, credential);
  return { server, verify: () => verifyGitHubAccount(client, 'acme') };
}

const repository = (name: string, more: object = {}) => ({
  id: name.length,
  full_name: `acme/${name}`,
  private: true,
  ...more,
});
const refused: Reply = { status: 403, body: { message: 'Resource not accessible by personal access token' } };
const rate = { resources: { core: { limit: 5000, remaining: 4990, reset: 1_700_000_000 } } };

/** Responds as GitHub does for an organisation. `refuse` may return a different response to a request. */
function organisation(repositories: object[], refuse: (asked: ReceivedRequest) => Reply | null = () => null) {
  return (asked: ReceivedRequest): Reply => {
    const { method, url } = asked;
    if (url.pathname === '/user') return { body: { login: 'bot' } };
    if (url.pathname === '/orgs/acme/repos') return { body: repositories };
    if (url.pathname === '/rate_limit') return { body: rate };
    const refusal = refuse(asked);
    if (refusal) return refusal;
    return method === 'POST' ? { status: 422, body: { message: 'Validation Failed' } } : { body: [] };
  };
}

describe('verifying a token', () => {
  it('tests the permissions of a token in one private repository, and finds none missing', async () => {
    const { verify, server } = await verifyOn(
      organisation([repository('open', { private: false }), repository('old', { archived: true }), repository('api')]),
    );
    expect(await verify()).toEqual({
      account: 'acme',
      visible: ['acme/api', 'acme/old', 'acme/open'],
      missing: [],
      budget: { limit: 5000, remaining: 4990, resetsAt: '2023-11-14T22:13:20.000Z' },
      respondedAt: expect.stringMatching(/^20\d\d-/u),
    });
    const tried = server.requests.map(({ url }) => url.pathname).filter((path) => path.startsWith('/repos/'));
    expect(new Set(tried.map((path) => path.split('/')[3]))).toEqual(new Set(['api']));
  });

  it.each([
    ['/commits', 'Contents: read', /reverted changes/],
    ['/pulls', 'Pull requests: read', /merged changes/],
    ['/deployments', 'Deployments: read', /failed deployments/],
    ['/actions/runs', 'Actions: read', /failed runs/],
    ['/issues', 'Issues: read and write', /improvement issues/],
  ])(
    'reports that a token without access to %s lacks the permission "%s", and reports what will not work',
    async (list, permission, costs) => {
      const { verify } = await verifyOn(
        organisation([repository('api'), repository('web')], ({ url }) =>
          url.pathname.endsWith(list) ? refused : null,
        ),
      );
      expect((await verify()).missing).toEqual([{ permission, costs: expect.stringMatching(costs) }]);
    },
  );

  it('a token that may only read issues lacks write access, which is tested without writing', async () => {
    const { verify, server } = await verifyOn(
      organisation([repository('api')], ({ method }) =>
        method === 'POST' ? { ...refused, headers: { 'x-accepted-github-permissions': 'issues=write' } } : null,
      ),
    );
    expect((await verify()).missing).toMatchObject([{ permission: 'Issues: read and write' }]);
    expect(
      server.requests.filter(({ method }) => method !== 'GET').map(({ body }) => JSON.parse(body || '{}')),
    ).toEqual([{}]);
  });

  it('reports the permission that GitHub names in a refusal', async () => {
    const { verify } = await verifyOn(
      organisation([repository('api')], ({ url }) =>
        url.pathname.endsWith('/pulls')
          ? { ...refused, headers: { 'x-accepted-github-permissions': 'code_review=read' } }
          : null,
      ),
    );
    expect((await verify()).missing).toMatchObject([{ permission: 'Code review: read' }]);
  });

  it('names the repository if only one repository refuses the token', async () => {
    const { verify } = await verifyOn(
      organisation([repository('api'), repository('web')], ({ url }) =>
        url.pathname === '/repos/acme/api/deployments' ? { status: 404, body: {} } : null,
      ),
    );
    expect((await verify()).missing).toEqual([
      { permission: 'Deployments: read', costs: 'failed deployments of acme/api' },
    ]);
  });

  it('reports a missing permission only if neither the organisation nor the repository allows webhooks', async () => {
    const refuse = (path: RegExp) =>
      organisation([repository('api')], ({ url }) => (path.test(url.pathname) ? refused : null));
    const { verify: ofOrganisation } = await verifyOn(refuse(/^\/orgs\/acme\/hooks/u));
    expect((await ofOrganisation()).missing).toEqual([]);
    const { verify } = await verifyOn(refuse(/\/hooks$/u));
    expect((await verify()).missing).toMatchObject([{ permission: 'Webhooks: read and write' }]);
  });

  it('reports that a fine-grained token cannot read checks', async () => {
    const { verify } = await verifyOn(organisation([repository('api')]), 'github_pat_verify');
    expect((await verify()).missing).toMatchObject([{ permission: expect.stringMatching(/^Checks: read .*App/u) }]);
  });

  it('reports that a token without any repository lacks access, and that the budget is unknown if GitHub sends none', async () => {
    const { verify } = await verifyOn(({ url }) =>
      url.pathname === '/orgs/acme/repos' ? { body: [] } : { status: 404, body: { message: 'Not Found' } },
    );
    const health = await verify();
    expect(health.missing).toMatchObject([{ permission: 'access to at least one repository' }]);
    expect(health.budget).toBeNull();
  });
});

describe('verifying an App', () => {
  const given = {
    contents: 'read',
    pull_requests: 'read',
    deployments: 'read',
    actions: 'read',
    checks: 'write',
    issues: 'write',
  };
  function app(installation: object | null) {
    const desk = createInstallationTokenResponder();
    return (asked: ReceivedRequest): Reply => {
      const { pathname, searchParams } = asked.url;
      if (pathname === '/app/installations') {
        if (!isSignedByApp(asked)) return { status: 401, body: {} };
        const other = { id: 1, account: { login: 'other' }, permissions: {} };
        return { body: installation === null ? [other] : [other, installation] };
      }
      if (pathname === '/installation/repositories') {
        const page = Number(searchParams.get('page') ?? 1);
        const link = `<http://${asked.headers.host}${pathname}?per_page=100&page=2>; rel="next"`;
        return {
          body: { total_count: 2, repositories: [repository(page === 1 ? 'web' : 'api')] },
          headers: page === 1 ? { link } : {},
        };
      }
      return desk(asked) ?? (pathname === '/rate_limit' ? { body: rate } : { status: 404, body: {} });
    };
  }
  const installed = (more: object = {}) => ({
    id: testApp.installationId,
    account: { login: 'Acme' },
    permissions: given,
    ...more,
  });

  it('lists the repositories of an App installation, and reports no missing permission if all are granted', async () => {
    const { verify } = await verifyOn(app(installed()), testAppCredential);
    expect(await verify()).toMatchObject({
      account: 'Acme',
      visible: ['acme/api', 'acme/web'],
      missing: [],
      budget: { limit: 5000 },
    });
  });

  it('reports that an App that may only read checks lacks an optional permission', async () => {
    const { verify } = await verifyOn(app(installed({ permissions: { ...given, checks: 'read' } })), testAppCredential);
    expect((await verify()).missing).toEqual([
      { permission: 'Checks: read and write', costs: 'checks on pull requests', isOptional: true },
    ]);
  });

  it('reports the missing permissions of an App, also if it may only read where it needs to write', async () => {
    const permissions = { ...given, issues: 'read', deployments: undefined, contents: 'write' };
    const { verify } = await verifyOn(app(installed({ permissions })), testAppCredential);
    expect((await verify()).missing.map(({ permission }) => permission)).toEqual([
      'Deployments: read',
      'Issues: read and write',
    ]);
  });

  it.each([
    ['uninstalled', null, /no longer installed/],
    ['suspended', installed({ suspended_at: '2026-01-01T00:00:00Z' }), /unsuspend it/],
  ])('advises what to do if an App is %s', async (_name, installation, advice) => {
    const { verify } = await verifyOn(app(installation), testAppCredential);
    expect(await captureAppError(verify)).toMatchObject({
      code: 'credential_rejected',
      message: expect.stringMatching(advice),
    });
  });
});
