import { z } from 'zod';
import { formatInstant } from '../http/format-instant.ts';
import type { Call, Reply, Route } from '../http/reply.ts';
import { listVisibleRepositories } from './account-routes.ts';
import { type GitHubContext, replyWithPage, withRepository } from './context.ts';
import { forbidden, notFound, unprocessable } from './error-reply.ts';
import { formatApp, formatInstallation } from './format-app.ts';
import { formatRepository } from './format-repository.ts';
import { hasPermission, type Permissions } from './permissions.ts';
import type { StoredApp, StoredInstallation } from './written-github-data.ts';

const TokenWish = z.looseObject({
  repositories: z.array(z.string()).max(500).optional(),
  repository_ids: z.array(z.int()).max(500).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
});

/** Routes for an App's own data and its installations: https://docs.github.com/rest/apps. */
export function appRoutes(context: GitHubContext): Route[] {
  const { addresses, state, credentials } = context;
  const { apps, installations } = state.accounts;

  const asApp =
    (handle: (app: StoredApp, call: Call) => Reply) =>
    (call: Call): Reply => {
      const identity = credentials.identify(call);
      return 'app' in identity ? handle(identity.app, call) : notFound();
    };
  const ofApp = (app: StoredApp): StoredInstallation[] => installations.filter(({ appId }) => appId === app.id);
  const withInstallation = (handle: (app: StoredApp, installation: StoredInstallation, call: Call) => Reply) =>
    asApp((app, call) => {
      const installation = ofApp(app).find(({ id }) => String(id) === call.parameters.id);
      return installation === undefined ? notFound() : handle(app, installation, call);
    });
  const showFirst = asApp((app) => {
    const [installation] = ofApp(app);
    return installation === undefined
      ? notFound()
      : { status: 200, body: formatInstallation(context, app, installation) };
  });

  return [
    { method: 'get', path: '/app', handle: asApp((app) => ({ status: 200, body: formatApp(context, app) })) },
    {
      method: 'get',
      path: '/apps/:slug',
      isPublic: true,
      handle({ parameters }) {
        const app = apps.find(({ slug }) => slug === parameters.slug);
        return app === undefined ? notFound() : { status: 200, body: formatApp(context, app) };
      },
    },
    {
      method: 'get',
      path: '/app/installations',
      handle: asApp((app, call) => replyWithPage(call, ofApp(app), (one) => formatInstallation(context, app, one))),
    },
    {
      method: 'get',
      path: '/app/installations/:id',
      handle: withInstallation((app, installation) => ({
        status: 200,
        body: formatInstallation(context, app, installation),
      })),
    },
    {
      method: 'post',
      path: '/app/installations/:id/access_tokens',
      handle: withInstallation((_app, installation, call) => issueToken(context, installation, call.body)),
    },
    {
      method: 'get',
      path: '/orgs/:org/installation',
      handle: (call) =>
        call.parameters.org?.toLowerCase() === state.organisation.toLowerCase() ? showFirst(call) : notFound(),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/installation',
      handle: withRepository(context, (_repository, call) => showFirst(call)),
    },
    {
      method: 'get',
      path: '/installation/repositories',
      handle(call) {
        const identity = credentials.identify(call);
        const isSelected = 'repositories' in identity && identity.repositories !== null;
        const visible = listVisibleRepositories(context, call);
        return replyWithPage(call, visible, (repository) => formatRepository(addresses, repository), {
          wrap: (repositories) => ({
            total_count: visible.length,
            repository_selection: isSelected ? 'selected' : 'all',
            repositories,
          }),
        });
      },
    },
  ];
}

function issueToken(context: GitHubContext, installation: StoredInstallation, body: unknown): Reply {
  const wanted = TokenWish.safeParse(body ?? {});
  if (!wanted.success) return unprocessable('Invalid request.');
  if (installation.suspendedAt !== null) return forbidden('This installation has been suspended');
  const granted = context.credentials.remainingPermissions(installation.permissions);
  const permissions: Permissions = wanted.data.permissions ?? granted;
  const isTooMuch = Object.entries(permissions).some(([name, access]) => !hasPermission(granted, [{ name, access }]));
  if (isTooMuch) {
    return unprocessable('The permissions requested are not granted to this installation.');
  }
  const chosen = chooseRepositories(context, wanted.data, installation.repositories);
  if (chosen === undefined) {
    return unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const { token, expiresAt } = context.credentials.issueToken(installation, { permissions, repositories: chosen });
  const listed = chosen?.flatMap((key) => context.state.findRepositoryByKey(key) ?? []);
  return {
    status: 201,
    body: {
      token,
      expires_at: formatInstant(expiresAt),
      permissions,
      repository_selection: chosen === null ? 'all' : 'selected',
      ...(listed === undefined
        ? {}
        : { repositories: listed.map((repository) => formatRepository(context.addresses, repository)) }),
    },
  };
}

/**
 * Returns the keys of the repositories that a request names, or those of the installation if the request names none; null means all
 * repositories. Returns undefined if the installation lacks a named repository.
 */
function chooseRepositories(
  { state }: GitHubContext,
  wanted: z.output<typeof TokenWish>,
  granted: readonly string[] | null,
): readonly string[] | null | undefined {
  const { repositories: names, repository_ids: ids } = wanted;
  if (names === undefined && ids === undefined) return granted;
  const found = [
    ...(names ?? []).map((name) => state.findRepository(state.organisation, name)),
    ...(ids ?? []).map((id) => state.findRepositoryById(id)),
  ];
  const keys = found.flatMap((repository) => repository?.key ?? []);
  const isGiven = keys.every((key) => granted === null || granted.includes(key));
  return keys.length === found.length && isGiven ? keys : undefined;
}
