import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { lastUrl } from '../client/paginate.ts';
import { CommitWithFiles, fileRecord, ListedCommit } from '../records/records.ts';
import { findTextFile } from '../repositories/text-file.ts';
import type { ListedBlob } from './list-folder.ts';
import type { StreamContext } from './stream.ts';

/**
 * A post-mortem with its text and its first and last commit: 2 or 3 requests. Null where the file went meanwhile, or is of a
 * size that no post-mortem has.
 * @param present paths of the files that are there, where a file that has a new name may be known by its former one: then
 *   that is looked for, by 1 more request
 * @param formerPath the name that it had before, where that is known already
 */
export async function pullPostMortem(
  context: StreamContext,
  { path, sha }: ListedBlob,
  present: ReadonlySet<string> | null,
  formerPath: string | null,
): Promise<RawRecord | null> {
  const { client, repository, signal } = context;
  const file = await findTextFile(client, repository, path, signal);
  if (file === null) return null;
  const commits = await readCommits(context, path);
  const needsLookup = formerPath === null && commits !== null && present !== null;
  const former = needsLookup ? await findFormerPath(context, path, commits.first.sha) : formerPath;
  return fileRecord(
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

/** When a file came under its name and when it was changed last. A list of more than 100 commits is asked for its last page. */
async function readCommits(
  { client, repository, signal }: StreamContext,
  path: string,
): Promise<{ first: ListedCommit; last: ListedCommit } | null> {
  const what = `the commits of a file of ${repository}`;
  const commits = z.array(ListedCommit);
  const newestPage = await client.ask(
    { url: `/repos/${repository}/commits`, parameters: { path, per_page: 100 }, what },
    commits,
    signal,
  );
  const url = lastUrl(newestPage, client.baseUrl);
  const oldestPage = url === null ? newestPage : await client.ask({ url, what }, commits, signal);
  const [last] = newestPage.data;
  const first = oldestPage.data.at(-1);
  return last === undefined || first === undefined ? null : { first, last };
}

/** The name that a file had before the commit by which it came under its present one; null where it was new then. */
async function findFormerPath(
  { client, repository, signal }: StreamContext,
  path: string,
  sha: string,
): Promise<string | null> {
  const request = { url: `/repos/${repository}/commits/${sha}`, what: `commit ${sha} of ${repository}` };
  const { data } = await client.ask(request, CommitWithFiles, signal);
  return data.files?.find(({ filename }) => filename === path)?.previous_filename ?? null;
}
