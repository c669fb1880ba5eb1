import { createObjectSha } from '../http/create-numeric-id.ts';
import { type Call, findQueryValue, type Reply, type Route } from '../http/reply.ts';
import { type GitHubContext, withRepository } from './context.ts';
import { emptyRepositoryReply, notFound } from './error-reply.ts';
import { formatFileContent, formatFolderEntry, formatTree } from './format-content.ts';
import type { RepositoryState } from './repository-state.ts';
import { listFolder, listTree } from './tree.ts';

/**
 * Maximum number of entries. Longer folder listings are cut silently, larger trees are marked `truncated`:
 * https://docs.github.com/rest/repos/contents.
 */
const maxInFolder = 1_000;
const maxInTree = 100_000;

/** Routes for files, folders and trees of the default branch. A request for an older ref returns the newest content. */
export function contentRoutes(context: GitHubContext): Route[] {
  const { addresses } = context;

  function showContent(repository: RepositoryState, call: Call): Reply {
    const ref = findQueryValue(call.query, 'ref') ?? repository.defaultBranch;
    if (repository.branch.commits.length > 0 && repository.branch.find(ref) === null) return notFound();
    const path = call.parameters.path ?? '';
    const file = repository.files.find(path);
    if (file === null) {
      const entries = listFolder(listTree(repository.files.list()), path).slice(0, maxInFolder);
      if (entries.length === 0) return notFound();
      return { status: 200, body: entries.map((entry) => formatFolderEntry(addresses, repository, entry, ref)) };
    }
    const isRaw = /\.raw\b/u.test(call.headers.accept ?? '');
    const headers = { 'content-type': 'application/vnd.github.raw; charset=utf-8' };
    return isRaw
      ? { status: 200, text: file.content.toString(), headers }
      : { status: 200, body: formatFileContent(addresses, repository, file, ref) };
  }
  function showTree(repository: RepositoryState, call: Call): Reply {
    const requested = call.parameters.sha ?? '';
    const head = repository.branch.commits.at(-1);
    if (head === undefined) return emptyRepositoryReply();
    const all = listTree(repository.files.list());
    const commit = repository.branch.find(requested) ?? (createObjectSha('tree', head.sha) === requested ? head : null);
    const folder = commit === null ? all.find(({ type, sha }) => type === 'tree' && sha === requested) : { path: '' };
    if (folder === undefined) return notFound();
    const prefix = folder.path === '' ? '' : `${folder.path}/`;
    // Any value of `recursive`, even 0, requests the whole tree.
    const wanted =
      findQueryValue(call.query, 'recursive') === undefined
        ? listFolder(all, folder.path)
        : all.filter(({ path }) => path.startsWith(prefix));
    const relative = wanted.map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
    const sha = commit === null ? requested : createObjectSha('tree', commit.sha);
    return { status: 200, body: formatTree(addresses, repository, sha, relative, maxInTree) };
  }
  return [
    { method: 'get', path: '/repos/:owner/:repo/contents', handle: withRepository(context, showContent) },
    { method: 'get', path: '/repos/:owner/:repo/contents/*path', handle: withRepository(context, showContent) },
    { method: 'get', path: '/repos/:owner/:repo/git/trees/*sha', handle: withRepository(context, showTree) },
  ];
}
