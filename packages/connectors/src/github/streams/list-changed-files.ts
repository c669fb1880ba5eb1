import { CommitWithFiles } from '../records/records.ts';
import { fetchPage } from './page.ts';
import type { StreamContext } from './stream.ts';

/** A file that is another than it was. */
export interface ChangedFile {
  /** The name that it had before; null where it was not renamed. */
  readonly formerPath: string | null;
  /** The commit up to which the change was seen. */
  readonly head: string;
}

/** All files come with the first page, however few commits it shows. */
const parameters = { per_page: 1 };
/** As for any comparison: a commit that is no more, or a difference that GitHub cannot make in time. */
const none = [404, 422, 500];

/**
 * The files that differ between two commits, by their paths: at most 300, and none where GitHub cannot tell. 1 request.
 * https://docs.github.com/rest/commits/commits#compare-two-commits
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
