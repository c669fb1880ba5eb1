import { z } from 'zod';
import { estimateItemCount } from '../client/paginate.ts';
import { CommitWithFiles, ListedCommit, type ListedFile } from '../records/records.ts';
import { fetchListPage, itemsPerPage, type ListPage, type StreamReaderOptions } from './stream.ts';

/**
 * Maximum number of commits that a comparison reads. More commits mean that the histories are unrelated; then only the
 * list of commits is read.
 */
const maxNewCommits = 10_000;

export const Sha = z.string().regex(/^[\da-f]{40,64}$/u);

const items = z.looseObject({ commits: z.array(ListedCommit) }).transform(({ commits }) => commits);
const parameters = { per_page: itemsPerPage };
/**
 * GitHub responds with 404 after a forced push or for unrelated histories, and with 500 if the comparison takes too
 * long.
 */
const none = [404, 422, 500];

/**
 * Lists the commits between base and head, oldest first, by 1 request per 100 commits. Null if GitHub cannot compare
 * them, or if there are too many (https://docs.github.com/rest/commits/commits#compare-two-commits).
 */
export async function fetchCommitComparison(
  context: StreamReaderOptions,
  base: string | null,
  head: string | null,
): Promise<ListPage<ListedCommit[]> | null> {
  if (base === null || head === null || base === head) return null;
  const list = { path: `compare/${base}...${head}`, parameters, none, items };
  const page = await fetchListPage(context, list, { cursor: null });
  if (page.answer === null) return null;
  const total = estimateItemCount(page.answer, null, itemsPerPage, null) ?? 0;
  return total > maxNewCommits ? null : page;
}

export function fetchCommitComparisonPage(
  context: StreamReaderOptions,
  cursor: string,
): Promise<ListPage<ListedCommit[]>> {
  return fetchListPage(context, { path: 'compare', parameters, items }, { cursor });
}

export function isCommitComparisonCursor(cursor: string | null): cursor is string {
  return cursor !== null && /\/compare\/[\da-f]{40,64}\.{3}[\da-f]{40,64}\?/u.test(cursor);
}

export interface ChangedFile {
  /** Path before a rename; null if the file was not renamed. */
  readonly formerPath: string | null;
  readonly head: string;
}

/** Lists at most 300 files that differ between two commits, by 1 request; none if GitHub cannot compare them. */
export async function listChangedFiles(
  context: StreamReaderOptions,
  base: string,
  head: string,
): Promise<[path: string, file: ChangedFile][]> {
  const items = CommitWithFiles.transform(({ files }) => files ?? []);
  // GitHub puts all files on the first page, whatever the page size.
  const list = { path: `compare/${base}...${head}`, parameters: { per_page: 1 }, none, items };
  const page = await fetchListPage(context, list, { cursor: null });
  return page.items.map((file) => [file.filename, { formerPath: file.previous_filename ?? null, head }]);
}

/** Returns the files of a commit, at most the 300 on the first page. */
export async function listCommitFiles(
  { client, repository }: StreamReaderOptions,
  sha: string,
): Promise<z.output<typeof ListedFile>[]> {
  const request = { url: `/repos/${repository}/commits/${sha}`, what: `commit ${sha} of ${repository}` };
  return (await client.request(request, CommitWithFiles)).data.files ?? [];
}
