import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { hasMarker } from './issue-body.ts';
import { listAllPages } from './paginate.ts';
import { Issue } from './schema.ts';

/**
 * The issue that carries the marker, open or closed: among those with the label first, then, since people may take a label
 * off, among all that the token's user opened. Lists, not the search index, which lags behind. The oldest one wins.
 * @throws {AppError} when GitHub cannot be asked, so that nobody takes that for "there is none"
 */
export async function findMarkedIssue(
  client: GitHubClient,
  repository: string,
  label: string,
  marker: string,
  signal: AbortSignal,
): Promise<Issue | null> {
  const labelled = await listIssues(client, repository, { labels: label }, signal);
  const found = oldestMarked(labelled, marker);
  if (found) return found;
  const self = await client.askIfAny({ url: '/user', what: "the token's own user" }, [403, 404], Self, signal);
  return oldestMarked(await listIssues(client, repository, self ? { creator: self.data.login } : {}, signal), marker);
}

const Self = z.looseObject({ login: z.string() });

async function listIssues(
  client: GitHubClient,
  repository: string,
  filter: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Issue[]> {
  const parameters = { ...filter, state: 'all', sort: 'created', direction: 'asc', per_page: 100 };
  const request = { url: `/repos/${repository}/issues`, parameters, what: `the issues of ${repository}` };
  return listAllPages(client, request, Issue, signal);
}

/** GitHub lists pull requests among the issues. */
function oldestMarked(issues: readonly Issue[], marker: string): Issue | null {
  const marked = issues.filter((issue) => !issue.pull_request && hasMarker(issue.body ?? '', marker));
  return marked.sort((a, b) => a.number - b.number)[0] ?? null;
}
