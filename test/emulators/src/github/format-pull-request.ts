import type { components } from '@octokit/openapi-types';
import { createNodeId, createNumericId } from '../http/create-numeric-id.ts';
import type { WorldPull } from '../world.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatLabel } from './format-label.ts';
import { formatRepository } from './format-repository.ts';
import { formatUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';

type SimplePull = components['schemas']['pull-request-simple'];

function presentLinks(api: string, web: string, pull: WorldPull): SimplePull['_links'] {
  const self = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  return {
    self: { href: self },
    html: { href: web },
    issue: { href: issue },
    comments: { href: `${issue}/comments` },
    review_comments: { href: `${self}/comments` },
    review_comment: { href: `${api}/pulls/comments{/number}` },
    commits: { href: `${self}/commits` },
    statuses: { href: `${api}/statuses/${pull.headSha}` },
  };
}

function presentEnd(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  repo: SimplePull['base']['repo'],
  ref: string,
  sha: string,
): SimplePull['base'] {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: formatUser(addresses, repository.owner, 'Organization'),
    repo,
  };
}

export function formatPullRequest(addresses: EmulatorUrls, repository: RepositoryState, pull: WorldPull): SimplePull {
  const api = repositoryApiUrl(addresses, repository);
  const web = `${repositoryWebUrl(addresses, repository)}/pull/${pull.number}`;
  const repo = formatRepository(addresses, repository);
  const links = presentLinks(api, web, pull);
  const baseSha = repository.branch.find(pull.mergeCommitSha ?? '')?.parents[0] ?? pull.headSha;
  return {
    url: links.self.href,
    id: createNumericId('pull', repository.key, pull.number),
    node_id: createNodeId('PR', repository.key, pull.number),
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: links.issue.href,
    commits_url: links.commits.href,
    review_comments_url: links.review_comments.href,
    review_comment_url: links.review_comment.href,
    comments_url: links.comments.href,
    statuses_url: links.statuses.href,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: formatUser(addresses, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => formatLabel(addresses, repository, name)),
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: presentEnd(addresses, repository, repo, pull.headRef, pull.headSha),
    base: presentEnd(addresses, repository, repo, repository.defaultBranch, baseSha),
    _links: links,
    author_association: 'MEMBER',
    auto_merge: null,
    draft: false,
  };
}

/** Formats the response to `GET /repos/{owner}/{repo}/pulls/{pull_number}`, and the pull request in a webhook. */
export function formatFullPullRequest(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  pull: WorldPull,
): components['schemas']['pull-request'] {
  const merged = pull.mergedAt !== null;
  const simple = formatPullRequest(addresses, repository, pull) as unknown as components['schemas']['pull-request'];
  return {
    ...simple,
    merged,
    mergeable: merged ? null : true,
    mergeable_state: merged ? 'unknown' : 'clean',
    merged_by: merged ? formatUser(addresses, pull.author) : null,
    comments: repository.listComments(pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: pull.files.length,
    deletions: pull.files.length,
    changed_files: pull.files.length,
  };
}
