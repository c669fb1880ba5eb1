import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { ExistingPage, ExistingRequest, Page, PageRequest } from '../../contract/failure-source.ts';
import { listFirstPages } from '../client/paginate.ts';
import { looksLikeRevert } from '../records/looks-like-revert.ts';
import { ListedFile, ListedPull, pullRecord } from '../records/records.ts';
import { backfillPage, fetchPage, isSince, isWithin, perPage, syncPage, toInstant } from './page.ts';
import type { StreamContext, StreamReader } from './stream.ts';

/** Limits the files that are read to 300, which suffice to describe a change. GitHub lists up to 3,000. */
const maxFilePages = 3;

/**
 * Reads closed pull requests, most recently changed first. A backfill takes 1 request per 100, and 1 to 3 for each
 * possible revert. A sync takes 1, not counted against the rate limit if none changed.
 */
export const pulls: StreamReader = { pull, listExisting };

const list = {
  path: 'pulls',
  parameters: { state: 'closed', sort: 'updated', direction: 'desc', per_page: perPage },
  items: z.array(ListedPull),
};

async function pull(context: StreamContext, request: PageRequest): Promise<Page> {
  const page = await fetchPage(context, list, request);
  const wanted = page.items.filter((item) => isSince(item.updated_at, request.since));
  const keyOf = (item: ListedPull) => pullRecord(context.repository, item, null).deliveryKey;
  const known = await request.findKnown?.(wanted.map(keyOf));
  const records: RawRecord[] = [];
  for (const item of wanted) {
    if (known?.has(keyOf(item))) continue;
    const mayRevert = Boolean(item.merged_at) && looksLikeRevert([item.title, item.body, item.head?.ref]);
    const files = mayRevert ? await listFiles(context, item.number) : null;
    records.push(pullRecord(context.repository, item, files));
  }
  const position = { cursor: request.cursor, ended: wanted.length < page.items.length };
  return known ? syncPage(page, records, position) : backfillPage(page, records, { ...position, pageSize: perPage });
}

/** Lists merged pull requests. The list is sorted by last change, so it includes all that were merged since. */
async function listExisting(context: StreamContext, request: ExistingRequest): Promise<ExistingPage> {
  const page = await fetchPage(context, list, request);
  const items = page.items.flatMap(({ number, merged_at: at }) =>
    at && isWithin(at, request)
      ? [{ kind: 'merged_pull_request' as const, externalId: `${context.repository}#${number}`, at: toInstant(at) }]
      : [],
  );
  const ended = page.items.some((item) => !isSince(item.updated_at, request.since));
  return { items, next: ended ? null : page.next };
}

async function listFiles({ client, repository, signal }: StreamContext, number: number): Promise<string[]> {
  const what = `the files of ${repository}#${number}`;
  const request = { url: `/repos/${repository}/pulls/${number}/files`, parameters: { per_page: perPage }, what };
  const files = await listFirstPages(client, request, ListedFile, signal, maxFilePages);
  return files.map((file) => file.filename);
}
