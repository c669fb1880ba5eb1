import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { GitHubContext } from './context.ts';
import { repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatApp } from './format-app.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredCheckRun } from './written-github-data.ts';

/** Formats a check run as completed, or as queued if someone has requested a re-run. */
export function formatCheckRun(
  context: GitHubContext,
  repository: RepositoryState,
  check: StoredCheckRun,
): components['schemas']['check-run'] {
  const url = `${repositoryApiUrl(context.addresses, repository)}/check-runs/${check.id}`;
  const page = `${repositoryWebUrl(context.addresses, repository)}/runs/${check.id}`;
  const app = context.state.accounts.apps.find(({ id }) => id === check.appId);
  return {
    id: check.id,
    node_id: createNodeId('CR', check.id),
    head_sha: check.headSha,
    external_id: check.externalId,
    url,
    html_url: page,
    details_url: check.detailsUrl ?? page,
    status: check.isPending ? 'queued' : 'completed',
    conclusion: check.isPending ? null : check.conclusion,
    started_at: check.createdAt,
    completed_at: check.createdAt,
    output: {
      title: check.title,
      summary: check.summary,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    name: check.name,
    check_suite: { id: createNumericId('suite', check.headSha) },
    app: app === undefined ? null : formatApp(context, app),
    pull_requests: [],
  };
}
