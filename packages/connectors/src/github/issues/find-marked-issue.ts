import type { ImprovementIssue } from '@refrain/domain';
import { z } from 'zod';
import type { GitHubClient } from '../client/client.ts';
import { listAllPages } from '../client/paginate.ts';
import { readMarkers } from '../records/issue-body.ts';
import { Issue } from '../records/schema.ts';

/**
 * The issue that carries the marker, open or closed: among those with the label first, then, since people may take a label
 * off, among all that the credential opened. Where none does, the one that carries an earlier marker. Lists, not the search index,
 * which lags behind. The oldest one wins.
 * @throws {AppError} when GitHub cannot be asked, so that nobody takes that for "there is none"
 */
export async function findMarkedIssue(
  client: GitHubClient,
  { repository, label, marker, earlierMarkers }: ImprovementIssue,
  signal: AbortSignal,
): Promise<Issue | null> {
  const labelled = await listIssues(client, repository, { labels: label.name }, signal);
  const found = oldestMarked(labelled, [marker]);
  if (found) return found;
  const creator = await findOwnLogin(client, signal);
  const own = await listIssues(client, repository, creator === null ? {} : { creator }, signal);
  return oldestMarked(own, [marker]) ?? oldestMarked([...labelled, ...own], earlierMarkers);
}

const User = z.looseObject({ login: z.string() });
const App = z.looseObject({ slug: z.string() });

/** Under which name the credential opens issues; an App does so as its bot. Null where GitHub does not say. */
async function findOwnLogin(client: GitHubClient, signal: AbortSignal): Promise<string | null> {
  if (client.as.kind === 'github_app') {
    const { data } = await client.ask({ url: '/app', what: 'the App' }, App, signal);
    return `${data.slug}[bot]`;
  }
  const self = await client.askIfAny({ url: '/user', what: "the token's own user" }, [403, 404], User, signal);
  return self?.data.login ?? null;
}

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
function oldestMarked(issues: readonly Issue[], markers: readonly string[]): Issue | null {
  const wanted = new Set(markers);
  const marked = issues.filter(
    (issue) => !issue.pull_request && readMarkers(issue.body ?? '').some(wanted.has, wanted),
  );
  return marked.sort((a, b) => a.number - b.number)[0] ?? null;
}
