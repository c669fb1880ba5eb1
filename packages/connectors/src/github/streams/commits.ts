import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PageRequest } from '../../contract/failure-source.ts';
import { looksLikeRevert } from '../records/looks-like-revert.ts';
import { CommitWithFiles, commitKey, commitRecord, ListedCommit } from '../records/records.ts';
import { fetchComparison, fetchComparisonPage, isComparison, Sha } from './compare-commits.ts';
import {
  backfillPage,
  fetchPage,
  isSince,
  isWithin,
  type ListPage,
  parseValidator,
  perPage,
  reachBack,
  syncPage,
  toInstant,
} from './page.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/**
 * Commits of the default branch, newest first. A backfill costs 1 request for 100 commits. A sync costs 1, which is free of
 * the hour's budget while the branch stands still: its tip is the first item, so that an unchanged first page is an unchanged
 * branch. It costs no more where all that is new stands on that page, which the parents show: each is known, or new as well.
 * Where one is neither, as after the merge of an old branch, whose commits stand by their own time deep in the list, what the
 * head reaches is compared with what the head of the pass before reached, at 1 request more for each 100 commits that came.
 * Each commit that looks like a revert costs 1.
 */
export const commits: StreamReader = { pull, listExisting };

const items = z.array(ListedCommit);
/** 409 is a repository without any commit. */
const list = { path: 'commits', none: [409], items };

/** What names the first page, and the head of the branch as that page shows it. */
const Validator = z.object({ etag: z.string().nullable(), head: Sha.nullable() });
type Validator = z.output<typeof Validator>;
type FindKnown = NonNullable<PageRequest['findKnown']>;

async function pull(context: StreamContext, request: PageRequest): Promise<Page> {
  const { cursor, findKnown } = request;
  if (findKnown === undefined) return pullAll(context, request);
  return isComparison(cursor) ? pullNewCommits(context, cursor, findKnown) : pullNew(context, request, findKnown);
}

async function pullAll(context: StreamContext, { cursor, since }: PageRequest): Promise<Page> {
  const parameters = { per_page: perPage, ...optional({ since }) };
  const page = await fetchPage(context, { ...list, parameters }, { cursor });
  const place = { cursor, pageSize: perPage, ended: false };
  return backfillPage(withHead(page, null), await recordsOf(context, page.items), place);
}

async function pullNew(context: StreamContext, request: PageRequest, findKnown: FindKnown): Promise<Page> {
  const { cursor } = request;
  const former = cursor === null ? parseValidator(Validator, request.validator) : null;
  const place = { cursor, validator: former?.etag ?? null };
  const page = withHead(await fetchPage(context, { ...list, parameters: { per_page: perPage } }, place), former);
  const reach = reachBack(request);
  const recent = page.items.filter((commit) => isRecent(landedAt(commit), reach));
  const isKnown = await lookUp(context, page.items, findKnown);
  const fresh = recent.filter(({ sha }) => !isKnown(sha));
  const isAll = cursor === null && hangTogether(fresh, (sha) => isKnown(sha) || sha === former?.head);
  const compared = isAll ? null : await fetchComparison(context, former?.head ?? null, page.items[0]?.sha ?? null);
  if (compared !== null) {
    const arrived = await withoutKnown(context, compared.items, findKnown);
    const all = new Map([...fresh, ...arrived].map((commit) => [commit.sha, commit]));
    const records = await recordsOf(context, [...all.values()]);
    return syncPage({ ...page, next: compared.next }, records, { cursor, ended: false });
  }
  const ended = isAll || fresh.length === 0 || recent.length < page.items.length;
  return syncPage(page, await recordsOf(context, fresh), { cursor, ended });
}

/** A further page of a comparison. Its commits may be older than a sync looks back: they are new to the branch. */
async function pullNewCommits(context: StreamContext, cursor: string, findKnown: FindKnown): Promise<Page> {
  const page = await fetchComparisonPage(context, cursor);
  const records = await recordsOf(context, await withoutKnown(context, page.items, findKnown));
  return syncPage(page, records, { cursor, ended: false });
}

async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const { cursor, since, until } = request;
  const page = await fetchPage(context, { ...list, parameters: { per_page: perPage, since, until } }, { cursor });
  const found = page.items.flatMap((commit) => {
    const at = landedAt(commit);
    if (at === null || !isWithin(at, request)) return [];
    return [{ kind: 'commit' as const, externalId: `${context.repository}@${commit.sha}`, at: toInstant(at) }];
  });
  return { items: found, next: page.next };
}

async function recordsOf(context: StreamContext, listed: readonly ListedCommit[]): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for (const commit of listed) {
    const files = looksLikeRevert([commit.commit.message]) ? await listFiles(context, commit.sha) : null;
    records.push(commitRecord(context.repository, commit, files));
  }
  return records;
}

/** The first page holds 300 files, which is as many as are wanted. */
async function listFiles({ client, repository, signal }: StreamContext, sha: string): Promise<string[]> {
  const url = `/repos/${repository}/commits/${sha}`;
  const answer = await client.ask({ url, what: `commit ${sha} of ${repository}` }, CommitWithFiles, signal);
  return (answer.data.files ?? []).map((file) => file.filename);
}

/** Whether commits are stored: those of a page, and the parents that it names. */
async function lookUp(
  { repository }: StreamContext,
  listed: readonly ListedCommit[],
  findKnown: FindKnown,
): Promise<(sha: string) => boolean> {
  const shas = new Set(listed.flatMap(({ sha, parents }) => [sha, ...(parents ?? []).map((parent) => parent.sha)]));
  const known = await findKnown([...shas].map((sha) => commitKey(repository, sha)));
  return (sha) => known.has(commitKey(repository, sha));
}

async function withoutKnown(
  context: StreamContext,
  listed: readonly ListedCommit[],
  findKnown: FindKnown,
): Promise<ListedCommit[]> {
  const isKnown = await lookUp(context, listed, findKnown);
  return listed.filter(({ sha }) => !isKnown(sha));
}

/** Whether nothing new lies behind these: what is known has come with all that it was made from. */
function hangTogether(fresh: readonly ListedCommit[], isKnown: (sha: string) => boolean): boolean {
  const own = new Set(fresh.map(({ sha }) => sha));
  return fresh.every(({ parents }) => parents?.every(({ sha }) => own.has(sha) || isKnown(sha)) ?? false);
}

/** The first page, with what the next pass has to know of it. */
function withHead<T extends ListPage<readonly ListedCommit[]>>(page: T, former: Validator | null): T {
  const next: Validator = { etag: page.validator, head: page.items[0]?.sha ?? former?.head ?? null };
  return { ...page, validator: JSON.stringify(next) };
}

function isRecent(landed: string | null, reach: string | null): boolean {
  return landed === null || isSince(landed, reach);
}

function landedAt({ commit }: ListedCommit): string | null {
  return commit.committer?.date ?? commit.author?.date ?? null;
}

function optional({ since }: { since: string | null }): { since?: string } {
  return since === null ? {} : { since };
}
