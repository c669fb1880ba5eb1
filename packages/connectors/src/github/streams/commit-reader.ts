import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { looksLikeRevert } from '../records/looks-like-revert.ts';
import { createCommitRecord, formatCommitKey, ListedCommit } from '../records/records.ts';
import {
  fetchCommitComparison,
  fetchCommitComparisonPage,
  isCommitComparisonCursor,
  listCommitFiles,
  Sha,
} from './compare-commits.ts';
import {
  createBackfillPage,
  createSyncPage,
  fetchListPage,
  findSyncStart,
  isInPeriod,
  isNotBefore,
  itemsPerPage,
  type ListPage,
  parseListValidator,
  type StreamReader,
  type StreamReaderOptions,
  toInstant,
} from './stream.ts';

/**
 * Reads commits of the default branch by 1 request per 100. If a parent of a new commit is neither on the first page
 * nor stored, an old branch was merged. The sync then compares the previous and the present head.
 */
export const commitReader: StreamReader = { pull, listExisting };

const items = z.array(ListedCommit);
/** GitHub responds with 409 for a repository without commits. */
const list = { path: 'commits', none: [409], items };

const Validator = z.object({ etag: z.string().nullable(), head: Sha.nullable() });
type Validator = z.output<typeof Validator>;
type FindKnown = NonNullable<StreamPageRequest['findKnown']>;

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  if (findKnown === undefined) return pullAll(context, request);
  return isCommitComparisonCursor(cursor)
    ? pullNewCommits(context, cursor, findKnown)
    : pullNew(context, request, findKnown);
}

async function pullAll(context: StreamReaderOptions, { cursor, since }: StreamPageRequest): Promise<Page> {
  const parameters = { per_page: itemsPerPage, ...(since === null ? {} : { since }) };
  const page = await fetchListPage(context, { ...list, parameters }, { cursor });
  const position = { cursor, pageSize: itemsPerPage, ended: false };
  return createBackfillPage(withHead(page, null), await recordsOf(context, page.items), position);
}

async function pullNew(context: StreamReaderOptions, request: StreamPageRequest, findKnown: FindKnown): Promise<Page> {
  const { cursor } = request;
  const former = cursor === null ? parseListValidator(Validator, request.validator) : null;
  const position = { cursor, validator: former?.etag ?? null };
  const page = withHead(
    await fetchListPage(context, { ...list, parameters: { per_page: itemsPerPage } }, position),
    former,
  );
  const reach = findSyncStart(request);
  const recent = page.items.filter((commit) => isRecent(landedAt(commit), reach));
  const isKnown = await findStored(context, page.items, findKnown);
  const fresh = recent.filter(({ sha }) => !isKnown(sha));
  const isAll = cursor === null && areConnected(fresh, (sha) => isKnown(sha) || sha === former?.head);
  const compared = isAll
    ? null
    : await fetchCommitComparison(context, former?.head ?? null, page.items[0]?.sha ?? null);
  if (compared !== null) {
    const arrived = await withoutKnown(context, compared.items, findKnown);
    const all = new Map([...fresh, ...arrived].map((commit) => [commit.sha, commit]));
    const records = await recordsOf(context, [...all.values()]);
    return createSyncPage({ ...page, next: compared.next }, records, { cursor, ended: false });
  }
  const ended = isAll || fresh.length === 0 || recent.length < page.items.length;
  return createSyncPage(page, await recordsOf(context, fresh), { cursor, ended });
}

/** Reads a further page of a comparison. All its commits are new to the branch, even if they were made long ago. */
async function pullNewCommits(context: StreamReaderOptions, cursor: string, findKnown: FindKnown): Promise<Page> {
  const page = await fetchCommitComparisonPage(context, cursor);
  const records = await recordsOf(context, await withoutKnown(context, page.items, findKnown));
  return createSyncPage(page, records, { cursor, ended: false });
}

async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const { cursor, since, until } = request;
  const page = await fetchListPage(
    context,
    { ...list, parameters: { per_page: itemsPerPage, since, until } },
    { cursor },
  );
  const found = page.items.flatMap((commit) => {
    const at = landedAt(commit);
    if (at === null || !isInPeriod(at, request)) return [];
    return [{ kind: 'commit' as const, externalId: `${context.repository}@${commit.sha}`, at: toInstant(at) }];
  });
  return { items: found, next: page.next };
}

async function recordsOf(context: StreamReaderOptions, listed: readonly ListedCommit[]): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for (const commit of listed) {
    const files = looksLikeRevert([commit.commit.message]) ? await listCommitFiles(context, commit.sha) : null;
    const paths = files?.map(({ filename }) => filename) ?? null;
    records.push(createCommitRecord(context.repository, commit, paths));
  }
  return records;
}

/** Returns a function that tells whether a commit is stored, for the listed commits and their parents only. */
async function findStored(
  { repository }: StreamReaderOptions,
  listed: readonly ListedCommit[],
  findKnown: FindKnown,
): Promise<(sha: string) => boolean> {
  const shas = new Set(listed.flatMap(({ sha, parents }) => [sha, ...(parents ?? []).map((parent) => parent.sha)]));
  const known = await findKnown([...shas].map((sha) => formatCommitKey(repository, sha)));
  return (sha) => known.has(formatCommitKey(repository, sha));
}

async function withoutKnown(
  context: StreamReaderOptions,
  listed: readonly ListedCommit[],
  findKnown: FindKnown,
): Promise<ListedCommit[]> {
  const isKnown = await findStored(context, listed, findKnown);
  return listed.filter(({ sha }) => !isKnown(sha));
}

/**
 * Tells whether all parents of new commits are also new or stored. If so, no commit is missing, because all ancestors
 * of a stored commit are stored.
 */
function areConnected(fresh: readonly ListedCommit[], isKnown: (sha: string) => boolean): boolean {
  const freshShas = new Set(fresh.map(({ sha }) => sha));
  return fresh.every(({ parents }) => parents?.every(({ sha }) => freshShas.has(sha) || isKnown(sha)) ?? false);
}

function withHead<T extends ListPage<readonly ListedCommit[]>>(page: T, former: Validator | null): T {
  const next: Validator = { etag: page.validator, head: page.items[0]?.sha ?? former?.head ?? null };
  return { ...page, validator: JSON.stringify(next) };
}

function isRecent(landed: string | null, reach: string | null): boolean {
  return landed === null || isNotBefore(landed, reach);
}

function landedAt({ commit }: ListedCommit): string | null {
  return commit.committer?.date ?? commit.author?.date ?? null;
}
