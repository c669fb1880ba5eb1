import { AppError, type ImprovementIssue, type IssueLocation, type IssueState } from '@refrain/domain';
import { z } from 'zod';
import { describeMissingIssue } from '../../contract/issue-tracker.ts';
import type { GitHubClient } from '../client/client.ts';
import { listAllItems } from '../client/paginate.ts';
import { listIssueMarkers } from '../records/issue-body.ts';
import { Issue } from '../records/schema.ts';

export const IssueResponse = Issue.extend({
  repository_url: z.string().regex(/\/repos\/[^/]+\/[^/]+$/u),
  state: z.string(),
  state_reason: z.string().nullish(),
});
export type IssueResponse = z.output<typeof IssueResponse>;

export interface IssueWithRepository {
  readonly repository: string;
  readonly issue: IssueResponse;
}

/** Finds an issue by number, also after a transfer or rename; null if it was deleted, converted or hidden. */
export async function findIssue(
  client: GitHubClient,
  { repository, number }: IssueLocation,
): Promise<IssueWithRepository | null> {
  const request = { url: `/repos/${repository}/issues/${number}`, what: `issue ${repository}#${number}` };
  const found = await client.requestIfAny(request, [404, 410], IssueResponse);
  if (found === null) return null;
  const [owner, name] = found.data.repository_url.split('/').slice(-2);
  return { repository: `${owner}/${name}`, issue: found.data };
}

export function createMissingIssueError(location: IssueLocation): AppError {
  return new AppError('not_found', describeMissingIssue(location));
}

/** Returns the state of an issue. Issues closed before GitHub stored reasons count as completed. */
export function findIssueState({ state, state_reason: reason }: IssueResponse): IssueState {
  if (state === 'open') return 'open';
  return reason === 'not_planned' || reason === 'duplicate' ? reason : 'completed';
}

/**
 * Finds the oldest issue with the marker. Searches the issues with the label first, then those opened with this
 * credential, since people may remove labels. Does not use GitHub's search, whose index lags behind.
 */
export async function findIssueByMarker(
  client: GitHubClient,
  { repository, label, marker, earlierMarkers }: ImprovementIssue,
): Promise<Issue | null> {
  const labelled = await listIssues(client, repository, { labels: label.name });
  const found = oldestMarked(labelled, [marker]);
  if (found) return found;
  const creator = await findOwnLogin(client);
  const ownIssues = await listIssues(client, repository, creator === null ? {} : { creator });
  return oldestMarked(ownIssues, [marker]) ?? oldestMarked([...labelled, ...ownIssues], earlierMarkers);
}

const User = z.looseObject({ login: z.string() });
const App = z.looseObject({ slug: z.string() });

/** Returns the login that opens issues with this credential; null if GitHub does not report it. */
async function findOwnLogin(client: GitHubClient): Promise<string | null> {
  if (client.identity.kind === 'github_app') {
    const { data } = await client.request({ url: '/app', what: 'the App' }, App);
    return `${data.slug}[bot]`;
  }
  const self = await client.requestIfAny({ url: '/user', what: "the token's own user" }, [403, 404], User);
  return self?.data.login ?? null;
}

async function listIssues(
  client: GitHubClient,
  repository: string,
  filter: Readonly<Record<string, string>>,
): Promise<Issue[]> {
  const parameters = { ...filter, state: 'all', sort: 'created', direction: 'asc', per_page: 100 };
  const request = { url: `/repos/${repository}/issues`, parameters, what: `the issues of ${repository}` };
  return listAllItems(client, request, Issue);
}

/** Returns the oldest issue with a marker. Skips pull requests, which GitHub lists as issues. */
function oldestMarked(issues: readonly Issue[], markers: readonly string[]): Issue | null {
  const wanted = new Set(markers);
  const marked = issues.filter(
    (issue) => !issue.pull_request && listIssueMarkers(issue.body ?? '').some(wanted.has, wanted),
  );
  return marked.sort((a, b) => a.number - b.number)[0] ?? null;
}
