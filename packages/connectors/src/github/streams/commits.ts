import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PullRequest } from '../../failure-source.ts';
import { looksLikeRevert } from '../looks-like-revert.ts';
import { CommitWithFiles, commitRecord, ListedCommit } from '../records.ts';
import { askPage, backfillPage, isSince, isWithin, perPage, reachBack, syncPage, toInstant } from './page.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/**
 * Commits of the default branch, newest first. A backfill costs 1 request for 100 commits, and 1 for each that looks like a
 * revert; a sync costs 1, which is free of the hour's budget while the branch stands still: its tip is the first item, so
 * that an unchanged first page is an unchanged branch.
 */
export const commits: StreamReader = { pull, listExisting };

const items = z.array(ListedCommit);
/** 409 is a repository without any commit. */
const list = { path: 'commits', none: [409], items };

async function pull(context: StreamContext, request: PullRequest): Promise<Page> {
  const { cursor, since, findKnown } = request;
  if (findKnown === undefined) {
    const page = await askPage(
      context,
      { ...list, parameters: { per_page: perPage, ...optional({ since }) } },
      { cursor },
    );
    return backfillPage(page, await recordsOf(context, page.items), { cursor, pageSize: perPage, ended: false });
  }
  const page = await askPage(context, { ...list, parameters: { per_page: perPage } }, request);
  const reach = reachBack(request);
  const recent = page.items.filter((commit) => isRecent(landedAt(commit), reach));
  const known = await findKnown(recent.map((commit) => keyOf(context, commit)));
  const fresh = recent.filter((commit) => !known.has(keyOf(context, commit)));
  const ended = fresh.length === 0 || recent.length < page.items.length;
  return syncPage(page, await recordsOf(context, fresh), { cursor, ended });
}

async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const { cursor, since, until } = request;
  const page = await askPage(context, { ...list, parameters: { per_page: perPage, since, until } }, { cursor });
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

function keyOf({ repository }: StreamContext, commit: ListedCommit): string {
  return commitRecord(repository, commit, null).deliveryKey;
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
