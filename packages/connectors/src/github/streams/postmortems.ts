import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PullRequest } from '../../failure-source.ts';
import { fileRecord, ListedCommit } from '../records.ts';
import { type ListedBlob, listFolder } from './list-folder.ts';
import { parseFolder } from './list-streams.ts';
import { askPage, isWithin, parseValidator, toInstant } from './page.ts';
import { dayNamedBy, selectPostMortems } from './post-mortem-files.ts';
import { pullPostMortem } from './pull-post-mortem.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/** Each file costs up to four requests. */
const filesPerPage = 20;

/**
 * Markdown files in the chosen folders of a repository, those with the latest names first, each content once. A backfill
 * costs 1 request for each step down to a folder and for the folder, with each 20 files again, and 2 or 3 for each file:
 * its text, its last and first commit. A sync costs 1 for each folder, which is free of the hour's budget while nobody
 * changes it; of one that was changed what is new costs as much as in a backfill and 1 more, as it may be a file that is known
 * by a former name.
 */
export const postmortems: StreamReader = { pull, listExisting };

async function pull(context: StreamContext, request: PullRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  const state = cursor === null && findKnown !== undefined ? await askState(context, request.validator) : null;
  if (state?.unchanged) return { records: [], next: null, expected: 0, validator: state.validator };
  const files = await listFiles(context);
  const rest = files.filter(({ path }) => cursor === null || path < cursor);
  const keyOf = (file: ListedBlob) => fileRecord(context.repository, file, null).deliveryKey;
  const known = await findKnown?.(rest.map(keyOf));
  const wanted = rest.filter((file) => !known?.has(keyOf(file)));
  const taken = wanted.slice(0, filesPerPage);
  const present = findKnown === undefined ? null : new Set(files.map(({ path }) => path));
  const records: RawRecord[] = [];
  for (const file of taken) {
    const record = await pullPostMortem(context, file, present);
    if (record !== null) records.push(record);
  }
  return {
    records,
    next: taken.length < wanted.length ? (taken.at(-1)?.path ?? null) : null,
    expected: files.length - rest.length + wanted.length,
    ...(state === null ? {} : { validator: state.validator }),
  };
}

/**
 * Files belong to the day that their name or folder tells; others to that of the last commit to the chosen folders, as only
 * their texts could say more.
 */
async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const lastCommits: string[] = [];
  for (const folder of foldersOf(context)) {
    const { items } = await askLastCommit(context, folder, null);
    lastCommits.push(...items.flatMap(({ commit }) => commit.committer?.date ?? []));
  }
  const changedAt = lastCommits.map(toInstant).sort().at(-1);
  const items = (await listFiles(context)).flatMap(({ path }) => {
    const at = dayNamedBy(path) ?? changedAt;
    if (at === undefined || !isWithin(at, request)) return [];
    return [{ kind: 'incident' as const, externalId: `${context.repository}#postmortem/${path}`, at }];
  });
  return { items, next: null };
}

async function listFiles(context: StreamContext): Promise<ListedBlob[]> {
  const found = new Map<string, ListedBlob>();
  for (const folder of foldersOf(context)) {
    for (const file of selectPostMortems(await listFolder(context, folder), folder)) found.set(file.path, file);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? 1 : -1));
}

function foldersOf({ scope, repository }: StreamContext): string[] {
  const folders = scope.postmortemFolders.map(parseFolder);
  return folders
    .filter((folder) => folder.repository.toLowerCase() === repository.toLowerCase())
    .map(({ path }) => path);
}

/** By a folder, what names its last commit. */
const Validator = z.record(z.string(), z.string().nullable());

/** Whether anything was committed to the folders since. */
async function askState(
  context: StreamContext,
  validator: string | null | undefined,
): Promise<{ readonly unchanged: boolean; readonly validator: string }> {
  const known = parseValidator(Validator, validator);
  const states: Record<string, string | null> = {};
  let unchanged = true;
  for (const folder of foldersOf(context)) {
    const page = await askLastCommit(context, folder, known?.[folder] ?? null);
    states[folder] = page.validator;
    unchanged &&= page.unchanged;
  }
  return { unchanged, validator: JSON.stringify(states) };
}

function askLastCommit(context: StreamContext, folder: string, validator: string | null) {
  const parameters = { ...(folder === '' ? {} : { path: folder }), per_page: 1 };
  const list = { path: 'commits', parameters, none: [409], items: z.array(ListedCommit) };
  return askPage(context, list, { cursor: null, validator });
}
