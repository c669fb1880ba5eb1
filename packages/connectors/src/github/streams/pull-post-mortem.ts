import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { findLastPageUrl } from '../client/paginate.ts';
import { createPostMortemFileRecord, ListedCommit } from '../records/records.ts';
import { findTextFile } from '../repositories/text-file.ts';
import { listCommitFiles } from './compare-commits.ts';
import type { ListedFolderFile } from './list-folder.ts';
import type { StreamReaderOptions } from './stream.ts';

/**
 * Reads a post-mortem with its first and last commit by 2 or 3 requests; null if it was deleted or is too large. If
 * `formerPath` is null, 1 more request searches for a rename, unless `present` (the paths of all files) is null too.
 */
export async function pullPostMortem(
  context: StreamReaderOptions,
  { path, sha }: ListedFolderFile,
  present: ReadonlySet<string> | null,
  formerPath: string | null,
): Promise<RawRecord | null> {
  const { client, repository } = context;
  const file = await findTextFile(client, repository, path);
  if (file === null) return null;
  const commits = await readCommits(context, path);
  const needsLookup = formerPath === null && commits !== null && present !== null;
  const former = needsLookup ? await findFormerPath(context, path, commits.first.sha) : formerPath;
  return createPostMortemFileRecord(
    repository,
    { path, sha },
    {
      path,
      sha,
      url: file.url,
      content: file.text,
      commits: commits && { first: commits.first.commit, last: commits.last.commit },
      formerPath: former === null || present?.has(former) ? null : former,
    },
  );
}

/** Returns the first commit under the present path and the last commit, by 1 request, or by 2 for over 100 commits. */
async function readCommits(
  { client, repository }: StreamReaderOptions,
  path: string,
): Promise<{ first: ListedCommit; last: ListedCommit } | null> {
  const what = `the commits of a file of ${repository}`;
  const commits = z.array(ListedCommit);
  const newestPage = await client.request(
    { url: `/repos/${repository}/commits`, parameters: { path, per_page: 100 }, what },
    commits,
  );
  const url = findLastPageUrl(newestPage, client.baseUrl);
  const oldestPage = url === null ? newestPage : await client.request({ url, what }, commits);
  const [last] = newestPage.data;
  const first = oldestPage.data.at(-1);
  return last === undefined || first === undefined ? null : { first, last };
}

async function findFormerPath(context: StreamReaderOptions, path: string, sha: string): Promise<string | null> {
  const files = await listCommitFiles(context, sha);
  return files.find(({ filename }) => filename === path)?.previous_filename ?? null;
}
