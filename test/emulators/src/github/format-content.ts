import { type EmulatorUrls, repositoryApiUrl, repositoryWebUrl } from './emulator-urls.ts';
import type { GitFile } from './file-state.ts';
import type { RepositoryState } from './repository-state.ts';
import type { TreeEntry } from './tree.ts';

export function formatFolderEntry(addresses: EmulatorUrls, repository: RepositoryState, entry: TreeEntry, ref: string) {
  const { path, sha, size } = entry;
  const isFile = entry.type === 'blob';
  const encoded = encodeURI(path);
  const url = `${repositoryApiUrl(addresses, repository)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const html = `${repositoryWebUrl(addresses, repository)}/${entry.type}/${ref}/${encoded}`;
  const git = `${repositoryApiUrl(addresses, repository)}/git/${entry.type}s/${sha}`;
  return {
    type: isFile ? 'file' : 'dir',
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    size: size ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isFile ? html.replace('/blob/', '/raw/') : null,
    _links: { self: url, git, html },
  };
}

/** Formats a file, with the content if it has at most `maxInlineBytes` bytes: https://docs.github.com/rest/repos/contents. */
export function formatFileContent(addresses: EmulatorUrls, repository: RepositoryState, file: GitFile, ref: string) {
  const size = file.content.length;
  const isInline = size <= maxInlineBytes;
  return {
    ...formatFolderEntry(addresses, repository, { ...file, type: 'blob', size }, ref),
    encoding: isInline ? 'base64' : 'none',
    content: isInline ? inLines(file.content.toString('base64')) : '',
  };
}

const maxInlineBytes = 1_048_576;

/** GitHub breaks base64 into lines of 60 characters. */
function inLines(base64: string): string {
  return base64.replace(/.{1,60}/gu, '$&\n');
}

export function formatTree(
  addresses: EmulatorUrls,
  repository: RepositoryState,
  sha: string,
  entries: readonly TreeEntry[],
  maxLength: number,
) {
  const git = `${repositoryApiUrl(addresses, repository)}/git`;
  return {
    sha,
    url: `${git}/trees/${sha}`,
    truncated: entries.length > maxLength,
    tree: entries.slice(0, maxLength).map((entry) => ({
      path: entry.path,
      mode: entry.type === 'blob' ? '100644' : '040000',
      type: entry.type,
      sha: entry.sha,
      ...(entry.size === null ? {} : { size: entry.size }),
      url: `${git}/${entry.type}s/${entry.sha}`,
    })),
  };
}
