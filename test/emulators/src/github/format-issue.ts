import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import { listIssueTransitions } from './edit-issue.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatLabel } from './format-label.ts';
import { formatUser } from './format-user.ts';
import type { IssueLogEntry } from './issue-log.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredComment, StoredIssue } from './written-github-data.ts';

type Issue = components['schemas']['issue'];

export function formatIssue(addresses: EmulatorUrls, repository: RepositoryState, issue: StoredIssue): Issue {
  const api = repositoryApiUrl(addresses, repository);
  const url = `${api}/issues/${issue.number}`;
  const pull = repository.pulls.get(issue.number);
  const web = `${repositoryWebUrl(addresses, repository)}/${pull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: createNumericId('issue', repository.key, issue.number),
    node_id: createNodeId('I', repository.key, issue.number),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: web,
    number: issue.number,
    state: issue.state,
    state_reason: stateReasonOf(issue),
    title: issue.title,
    body: issue.body,
    user: formatUser(addresses, issue.author),
    labels: issue.labels.map((name) => formatLabel(addresses, repository, name)),
    assignee: null,
    assignees: (issue.assignees ?? []).map((login) => formatUser(addresses, login)),
    milestone: null,
    locked: issue.locked ?? false,
    comments: repository.listComments(issue.number).length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'MEMBER',
    ...(pull && {
      pull_request: {
        url: `${api}/pulls/${pull.number}`,
        html_url: web,
        diff_url: `${web}.diff`,
        patch_url: `${web}.patch`,
        merged_at: pull.mergedAt,
      },
    }),
  };
}

function stateReasonOf(issue: StoredIssue): NonNullable<Issue['state_reason']> | null {
  if (issue.state === 'closed') return issue.stateReason ?? 'completed';
  return listIssueTransitions(issue).length > 0 ? 'reopened' : null;
}

export function formatIssueEvent(addresses: EmulatorUrls, repository: RepositoryState, entry: IssueLogEntry) {
  const { issue: number, index, event, at, label } = entry;
  const id = createNumericId('issue event', repository.key, number, index);
  return {
    id,
    node_id: createNodeId('IE', id),
    url: `${repositoryApiUrl(addresses, repository)}/issues/events/${id}`,
    actor: formatUser(addresses, repository.issues.get(number)?.author ?? 'ghost'),
    event,
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
    ...(label === undefined ? {} : { label: { name: label, color: formatLabel(addresses, repository, label).color } }),
  };
}

/** Formats the timeline event of a manually linked pull request. REST does not say which pull request was linked. */
export function formatConnectedEvent(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  number: number,
  index: number,
  at: string,
) {
  const id = createNumericId('connected', repository.key, number, index);
  return {
    id,
    node_id: createNodeId('CE', id),
    url: `${repositoryApiUrl(addresses, repository)}/issues/events/${id}`,
    actor: formatUser(addresses, 'sam-engineer'),
    event: 'connected',
    commit_id: null,
    commit_url: null,
    created_at: at,
    performed_via_github_app: null,
  };
}

/** Formats an event for the repository's event list, with the issue in its current state. */
export function formatRepositoryEvent(addresses: EmulatorUrls, repository: RepositoryState, entry: IssueLogEntry) {
  const issue = repository.issues.get(entry.issue);
  return {
    ...formatIssueEvent(addresses, repository, entry),
    issue: issue === undefined ? null : formatIssue(addresses, repository, issue),
  };
}

export function formatIssueComment(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  comment: StoredComment,
): components['schemas']['issue-comment'] {
  const api = repositoryApiUrl(addresses, repository);
  return {
    id: comment.id,
    node_id: createNodeId('IC', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${repositoryWebUrl(addresses, repository)}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    body: comment.body,
    user: formatUser(addresses, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    author_association: comment.association ?? 'MEMBER',
  };
}
