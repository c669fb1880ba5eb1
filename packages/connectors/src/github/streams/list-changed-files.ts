import { CommitWithFiles } from '../records/records.ts';
import { fetchPage } from './page.ts';
import type { StreamReaderOptions } from './stream.ts';

export interface ChangedFile {
  /** Path before a rename; null if the file was not renamed. */
  readonly formerPath: string | null;
  readonly head: string;
}

/** GitHub puts all files on the first page, whatever the page size. */
const parameters = { per_page: 1 };
/** GitHub responds with these statuses if a commit is gone, or if it cannot compare the commits in time. */
const none = [404, 422, 500];

/**
 * Lists at most 300 files that differ between two commits, by 1 request; none if GitHub cannot compare them
 * (https://docs.github.com/rest/commits/commits#compare-two-commits).
 */
export async function listChangedFiles(
  context: StreamReaderOptions,
  base: string,
  head: string,
): Promise<[path: string, file: ChangedFile][]> {
  const items = CommitWithFiles.transform(({ files }) => files ?? []);
  const page = await fetchPage(
    context,
    { path: `compare/${base}...${head}`, parameters, none, items },
    { cursor: null },
  );
  return page.items.map((file) => [file.filename, { formerPath: file.previous_filename ?? null, head }]);
}
