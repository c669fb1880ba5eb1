import type { components } from '@octokit/openapi-types';
import { createNodeId } from '../http/create-numeric-id.ts';
import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import { formatUser } from './format-user.ts';
import type { RepositoryState } from './repository-state.ts';
import type { StoredIssue } from './written-github-data.ts';

type Repository = components['schemas']['repository'];
type RepositoryUrls = Pick<Repository, Extract<keyof Repository, `${string}_url`>>;

/** URL templates of a repository's collections, in GitHub's notation. */
const collections = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

function presentUrls(addresses: EmulatorUrls, repository: RepositoryState): RepositoryUrls {
  const api = repositoryApiUrl(addresses, repository);
  const web = repositoryWebUrl(addresses, repository);
  const collectionUrls = Object.fromEntries(
    Object.entries(collections).map(([name, template]) => [name, `${api}${template}`]),
  );
  return {
    ...(collectionUrls as Record<keyof typeof collections, string>),
    html_url: web,
    clone_url: `${web}.git`,
    svn_url: web,
    git_url: `${web}.git`.replace(/^https?:/u, 'git:'),
    ssh_url: `ssh://${repository.owner}/${repository.name}.git`,
    mirror_url: null,
  };
}

function countOpen({ issues }: RepositoryState): number {
  const isOpen = (issue: StoredIssue): boolean => issue.state === 'open';
  return issues.view('open', () => 0, isOpen).items.length;
}

export function formatRepository(addresses: EmulatorUrls, repository: RepositoryState): Repository {
  return repository.remember('presented', () => present(addresses, repository));
}

function present(addresses: EmulatorUrls, repository: RepositoryState): Repository {
  const open = countOpen(repository);
  const pushedAt = repository.branch.commits.at(-1)?.date ?? repository.createdAt;
  return {
    ...presentUrls(addresses, repository),
    id: repository.id,
    node_id: createNodeId('R', repository.key),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    owner: formatUser(addresses, repository.owner, 'Organization'),
    private: true,
    visibility: 'private',
    description: repository.description,
    fork: false,
    url: repositoryApiUrl(addresses, repository),
    homepage: null,
    language: null,
    license: null,
    topics: [],
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: repository.branch.commits.length,
    default_branch: repository.defaultBranch,
    open_issues: open,
    open_issues_count: open,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: false,
    disabled: false,
    permissions: { admin: true, push: true, pull: true, maintain: true, triage: true },
    pushed_at: pushedAt,
    created_at: repository.createdAt,
    updated_at: pushedAt,
  };
}

export function formatFullRepository(addresses: EmulatorUrls, repository: RepositoryState) {
  return { ...formatRepository(addresses, repository), network_count: 0, subscribers_count: 0 };
}
