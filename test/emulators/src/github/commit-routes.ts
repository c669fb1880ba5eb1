import { Buffer } from 'node:buffer';
import { objectSha } from '../http/numeric-id.ts';
import { queryValue, type Route } from '../http/reply.ts';
import type { WorldCommit } from '../world.ts';
import { repositoryApi, repositoryWeb } from './addresses.ts';
import { type GitHubContext, replyPage, withRepository } from './context.ts';
import { noCommitFound, notFound } from './error-reply.ts';
import { presentCommit, presentCommitWithFiles } from './present-commit.ts';
import { presentPull } from './present-pull.ts';
import type { RepositoryState } from './repository-state.ts';

/** The commits reachable from one, newest first; the whole branch when it starts at its head. */
function listHistory(repository: RepositoryState, from: WorldCommit): WorldCommit[] {
  const newestFirst = [...repository.commits].reverse();
  if (from === newestFirst[0]) return newestFirst;
  const reachable = new Set([from.sha]);
  return newestFirst.filter((commit) => {
    if (!reachable.has(commit.sha)) return false;
    for (const parent of commit.parents) reachable.add(parent);
    return true;
  });
}

/** Commits, the pull requests they came with, and the files of the default branch. */
export function commitRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;
  return [
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits',
      handle: withRepository(context, (repository, call) => {
        const from = repository.findCommit(queryValue(call.query, 'sha') ?? repository.defaultBranch);
        if (from === null) return notFound();
        const since = Date.parse(queryValue(call.query, 'since') ?? '') || Number.NEGATIVE_INFINITY;
        const until = Date.parse(queryValue(call.query, 'until') ?? '') || Number.POSITIVE_INFINITY;
        const path = queryValue(call.query, 'path');
        const wanted = listHistory(repository, from).filter((commit) => {
          const at = Date.parse(commit.date);
          const touched =
            path === undefined || commit.files.some((file) => file === path || file.startsWith(`${path}/`));
          return at >= since && at <= until && touched;
        });
        return replyPage(call, wanted, (commit) => presentCommit(addresses, repository, commit));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits/:sha/pulls',
      handle: withRepository(context, (repository, call) => {
        const sha = call.parameters.sha ?? '';
        const commit = repository.findCommit(sha);
        const pulls = [...repository.pulls.values()].filter(
          (pull) => pull.mergeCommitSha === (commit?.sha ?? sha) || pull.headSha === sha,
        );
        if (commit === null && pulls.length === 0) return noCommitFound(sha);
        return replyPage(call, pulls, (pull) => presentPull(addresses, repository, pull));
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/commits/*ref',
      handle: withRepository(context, (repository, call) => {
        const ref = call.parameters.ref ?? '';
        const commit = repository.findCommit(ref);
        return commit === null
          ? noCommitFound(ref)
          : { status: 200, body: presentCommitWithFiles(addresses, repository, commit) };
      }),
    },
    {
      method: 'get',
      path: '/repos/:owner/:repo/contents/*path',
      handle: withRepository(context, (repository, call) => {
        const path = call.parameters.path ?? '';
        const commit = repository.commits.findLast(({ files }) => files.includes(path));
        return commit === undefined
          ? notFound()
          : { status: 200, body: presentContent(context, repository, commit, path) };
      }),
    },
  ];
}

/** The world knows no file's text: what stands in it is the commit that last changed it. */
function presentContent({ addresses }: GitHubContext, repository: RepositoryState, commit: WorldCommit, path: string) {
  const text = Buffer.from(`Last changed by ${commit.sha}\n`);
  const sha = objectSha(commit.sha, path);
  const encoded = encodeURI(path);
  const url = `${repositoryApi(addresses, repository)}/contents/${encoded}?ref=${repository.defaultBranch}`;
  const html = `${repositoryWeb(addresses, repository)}/blob/${repository.defaultBranch}/${encoded}`;
  const git = `${repositoryApi(addresses, repository)}/git/blobs/${sha}`;
  return {
    type: 'file',
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    size: text.length,
    encoding: 'base64',
    content: text.toString('base64'),
    url,
    html_url: html,
    git_url: git,
    download_url: html.replace('/blob/', '/raw/'),
    _links: { self: url, git, html },
  };
}
