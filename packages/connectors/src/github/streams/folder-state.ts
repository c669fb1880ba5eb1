import { z } from 'zod';
import { ListedCommit } from '../records/records.ts';
import { Sha } from './compare-commits.ts';
import { type ChangedFile, listChangedFiles } from './list-changed-files.ts';
import { fetchPage, type ListPage, parseValidator } from './page.ts';
import type { StreamReaderOptions } from './stream.ts';

const Validator = z.record(z.string(), z.object({ etag: z.string().nullable(), commit: Sha.nullable() }));

export interface FolderStates {
  readonly unchanged: boolean;
  readonly validator: string;
  /** Changed files by path. Empty for a folder that was not read before, whose changes are unknown. */
  readonly changed: ReadonlyMap<string, ChangedFile>;
}

/** Finds changes in folders since the previous sync, by 1 request per folder, and 1 more per changed folder. */
export async function fetchFolderStates(
  context: StreamReaderOptions,
  folders: readonly string[],
  validator: string | null | undefined,
): Promise<FolderStates> {
  const known = parseValidator(Validator, validator);
  const states: z.output<typeof Validator> = {};
  const changed = new Map<string, ChangedFile>();
  let unchanged = true;
  for (const folder of folders) {
    const { etag, commit: base } = known?.[folder] ?? { etag: null, commit: null };
    const page = await fetchLastCommit(context, folder, etag);
    const head = page.unchanged ? base : (page.items[0]?.sha ?? null);
    states[folder] = { etag: page.validator, commit: head };
    unchanged &&= page.unchanged;
    if (base === null || head === null || base === head) continue;
    for (const [path, file] of await listChangedFiles(context, base, head)) changed.set(path, file);
  }
  return { unchanged, validator: JSON.stringify(states), changed };
}

/** Reads the last commit to a folder (`''` is the whole repository). The list is empty for an empty repository. */
export function fetchLastCommit(
  context: StreamReaderOptions,
  folder: string,
  validator: string | null,
): Promise<ListPage<ListedCommit[]>> {
  const parameters = { ...(folder === '' ? {} : { path: folder }), per_page: 1 };
  const list = { path: 'commits', parameters, none: [409], items: z.array(ListedCommit) };
  return fetchPage(context, list, { cursor: null, validator });
}
