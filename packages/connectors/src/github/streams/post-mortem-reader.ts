import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { createPostMortemFileRecord, ListedCommit } from '../records/records.ts';
import { type ChangedFile, listChangedFiles, Sha } from './compare-commits.ts';
import { type ListedFolderFile, listFolder } from './list-folder.ts';
import { parsePostMortemFolder } from './list-streams.ts';
import { findDayOfPostMortem, selectPostMortemFiles } from './post-mortem-files.ts';
import { pullPostMortem } from './pull-post-mortem.ts';
import {
  fetchListPage,
  isInPeriod,
  type ListPage,
  parseListValidator,
  type StreamReader,
  type StreamReaderOptions,
  toInstant,
} from './stream.ts';

/** Limits the requests of a page, since each file costs up to four. */
const filesPerPage = 20;

/**
 * Reads the Markdown files in the selected folders. For every 20 files, a backfill takes 1 request per folder, 1 per
 * segment of the folder's path, and 2 or 3 per file. A sync takes 1 per folder, and up to 4 per changed file.
 */
export const postMortemReader: StreamReader = { pull, listExisting };

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  const state =
    cursor === null && findKnown !== undefined
      ? await fetchFolderStates(context, foldersOf(context), request.validator)
      : null;
  if (state?.unchanged) return { records: [], next: null, expected: 0, validator: state.validator };
  const files = await listFiles(context);
  const rest = files.filter(({ path }) => cursor === null || path < cursor);
  const keyOf = (file: ListedFolderFile) => createPostMortemFileRecord(context.repository, file, null).deliveryKey;
  const known = await findKnown?.(rest.map(keyOf));
  const wanted = rest.filter((file) => !known?.has(keyOf(file)));
  const batch = wanted.slice(0, filesPerPage);
  const present = findKnown === undefined ? null : new Set(files.map(({ path }) => path));
  const again = rest.filter((file) => state?.changed.has(file.path) && known?.has(keyOf(file)));
  const records: RawRecord[] = [];
  for (const file of [...batch, ...again]) {
    const change = state?.changed.get(file.path);
    const record = await pullPostMortem(context, file, present, change?.formerPath ?? null);
    if (record === null) continue;
    // A restored file has the same key as before its deletion, so the restoring commit is added to the key.
    const isAgain = change !== undefined && again.includes(file);
    records.push(isAgain ? { ...record, deliveryKey: `${record.deliveryKey}/${change.head}` } : record);
  }
  return {
    records,
    next: batch.length < wanted.length ? (batch.at(-1)?.path ?? null) : null,
    expected: files.length - rest.length + wanted.length + again.length,
    ...(state === null ? {} : { validator: state.validator }),
  };
}

/** Lists post-mortems, dated by the day in the file or folder name, or else by the last commit to the folders. */
async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const lastCommits: string[] = [];
  for (const folder of foldersOf(context)) {
    const { items } = await fetchLastCommit(context, folder, null);
    lastCommits.push(...items.flatMap(({ commit }) => commit.committer?.date ?? []));
  }
  const changedAt = lastCommits.map(toInstant).sort().at(-1);
  const items = (await listFiles(context)).flatMap(({ path }) => {
    const at = findDayOfPostMortem(path) ?? changedAt;
    if (at === undefined || !isInPeriod(at, request)) return [];
    return [{ kind: 'incident' as const, externalId: `${context.repository}#postmortem/${path}`, at }];
  });
  return { items, next: null };
}

async function listFiles(context: StreamReaderOptions): Promise<ListedFolderFile[]> {
  const found = new Map<string, ListedFolderFile>();
  for (const folder of foldersOf(context)) {
    for (const file of selectPostMortemFiles(await listFolder(context, folder), folder)) found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
}

function foldersOf({ scope, repository }: StreamReaderOptions): string[] {
  const folders = scope.postmortemFolders.map(parsePostMortemFolder);
  return folders
    .filter((folder) => folder.repository.toLowerCase() === repository.toLowerCase())
    .map(({ path }) => path);
}

const Validator = z.record(z.string(), z.object({ etag: z.string().nullable(), commit: Sha.nullable() }));

/** Finds changes in folders since the previous sync, by 1 request per folder, and 1 more per changed folder. */
async function fetchFolderStates(
  context: StreamReaderOptions,
  folders: readonly string[],
  validator: string | null | undefined,
) {
  const known = parseListValidator(Validator, validator);
  const states: z.output<typeof Validator> = {};
  // Lacks files of folders that were not read before, because there is no earlier commit to compare with.
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
function fetchLastCommit(
  context: StreamReaderOptions,
  folder: string,
  validator: string | null,
): Promise<ListPage<ListedCommit[]>> {
  const parameters = { ...(folder === '' ? {} : { path: folder }), per_page: 1 };
  const list = { path: 'commits', parameters, none: [409], items: z.array(ListedCommit) };
  return fetchListPage(context, list, { cursor: null, validator });
}
