import type { components } from '@octokit/openapi-types';
import { nodeId, numericId } from '../http/numeric-id.ts';
import type { WorldPull } from '../world.ts';
import { type Addresses, repositoryApi, repositoryWeb } from './addresses.ts';
import { presentLabel } from './present-label.ts';
import { presentUser } from './present-user.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredComment, StoredIssue } from './written.ts';

type Issue = components['schemas']['issue'];

/** A pull request in the form of an issue, as GitHub lists it among them. */
export function pullAsIssue(pull: WorldPull): StoredIssue {
  const { number, title, body, state, labels, author, createdAt, updatedAt, closedAt } = pull;
  return { number, title, body, state, labels, author, createdAt, updatedAt, closedAt };
}

export function presentIssue(
  addresses: Addresses,
  repository: RepositoryState,
  issue: StoredIssue,
  comments: number,
): Issue {
  const api = repositoryApi(addresses, repository);
  const url = `${api}/issues/${issue.number}`;
  const pull = repository.pulls.get(issue.number);
  const web = `${repositoryWeb(addresses, repository)}/${pull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    id: numericId('issue', repository.name, issue.number),
    node_id: nodeId('I', repository.name, issue.number),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: web,
    number: issue.number,
    state: issue.state,
    state_reason: issue.state === 'closed' ? 'completed' : null,
    title: issue.title,
    body: issue.body,
    user: presentUser(addresses, issue.author),
    labels: issue.labels.map((name) => presentLabel(addresses, repository, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    comments,
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

export function presentComment(
  addresses: Addresses,
  repository: RepositoryState,
  comment: StoredComment,
): components['schemas']['issue-comment'] {
  const api = repositoryApi(addresses, repository);
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${repositoryWeb(addresses, repository)}/issues/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    body: comment.body,
    user: presentUser(addresses, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    author_association: 'MEMBER',
  };
}
