import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { GitHubContext } from './context.ts';
import { formatUser } from './format-user.ts';
import type { StoredApp, StoredInstallation } from './written-github-data.ts';

type Installation = components['schemas']['installation'];

/** Returns the URL of an App's page. The path is that of a GitHub Enterprise Server, because the emulator's API and pages share one host. */
export function appPageUrl({ addresses }: GitHubContext, slug: string): string {
  return `${addresses.api}/github-apps/${slug}`;
}

export function formatApp(context: GitHubContext, app: StoredApp): components['schemas']['integration'] {
  const { installations } = context.state.accounts;
  return {
    id: app.id,
    slug: app.slug,
    node_id: createNodeId('A', app.id),
    client_id: app.clientId,
    owner: formatUser(context.addresses, app.owner, app.owner === context.state.viewer ? 'User' : 'Organization'),
    name: app.name,
    description: app.description,
    external_url: app.homepage,
    html_url: appPageUrl(context, app.slug),
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: [...app.events],
    installations_count: installations.filter(({ appId }) => appId === app.id).length,
  };
}

export function formatInstallation(
  context: GitHubContext,
  app: StoredApp,
  installation: StoredInstallation,
): Installation {
  const { addresses, state } = context;
  const { id, createdAt, suspendedAt } = installation;
  return {
    id,
    account: formatUser(addresses, state.organisation, 'Organization'),
    repository_selection: installation.repositories === null ? 'all' : 'selected',
    access_tokens_url: `${addresses.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${addresses.api}/installation/repositories`,
    html_url: `${addresses.web}/organizations/${state.organisation}/settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    client_id: app.clientId,
    target_id: createNumericId('user', state.organisation),
    target_type: 'Organization',
    permissions: context.credentials.remainingPermissions(installation.permissions) as Installation['permissions'],
    events: [...app.events],
    created_at: createdAt,
    updated_at: suspendedAt ?? createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspendedAt === null ? null : formatUser(addresses, 'org-owner'),
    suspended_at: suspendedAt,
  };
}
