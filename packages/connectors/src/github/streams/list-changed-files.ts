import { CommitWithFiles } from '../records/records.ts';
import { fetchPage } from './page.ts';
import type { StreamContext } from './stream.ts';

/** A file whose content or name changed. */
export interface ChangedFile {
  /** Its former name; null if it was not renamed. */
  readonly formerPath: string | null;
  /** The last commit of the comparison. */
  readonly head: string;
}

/** All files are on the first page, whatever number of commits it contains. */
const parameters = { per_page: 1 };
/** A commit is gone, or GitHub cannot compute the difference in time. */
const none = [404, 422, 500];

/**
 * Lists the files that differ between two commits, by path: at most 300, and none if GitHub cannot compare them. 1
 * request. https://docs.github.com/rest/commits/commits#compare-two-commits
 */
export async function listChangedFiles(
  context: StreamContext,
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
