import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { listItemsOfFirstPages } from '../client/paginate.ts';
import { looksLikeRevert } from '../records/looks-like-revert.ts';
import { createPullRequestRecord, ListedFile, ListedPullRequest } from '../records/records.ts';
import {
  createBackfillPage,
  createSyncPage,
  fetchListPage,
  isInPeriod,
  isNotBefore,
  itemsPerPage,
  type StreamReader,
  type StreamReaderOptions,
  toInstant,
} from './stream.ts';

/** Limits the changed files that are read to 300, which suffice to describe a change. GitHub lists up to 3,000. */
const maxFilePages = 3;

/** A backfill takes 1 request per 100 pull requests, and 1 to 3 for each possible revert. A sync takes 1. */
export const pullRequestReader: StreamReader = { pull, listExisting };

const list = {
  path: 'pulls',
  parameters: { state: 'closed', sort: 'updated', direction: 'desc', per_page: itemsPerPage },
  items: z.array(ListedPullRequest),
};

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  const page = await fetchListPage(context, list, request);
  const wanted = page.items.filter((item) => isNotBefore(item.updated_at, request.since));
  const keyOf = (item: ListedPullRequest) => createPullRequestRecord(context.repository, item, null).deliveryKey;
  const known = await request.findKnown?.(wanted.map(keyOf));
  const records: RawRecord[] = [];
  for (const item of wanted) {
    if (known?.has(keyOf(item))) continue;
    const mayRevert = Boolean(item.merged_at) && looksLikeRevert([item.title, item.body, item.head?.ref]);
    const files = mayRevert ? await listFiles(context, item.number) : null;
    records.push(createPullRequestRecord(context.repository, item, files));
  }
  const position = { cursor: request.cursor, ended: wanted.length < page.items.length };
  return known
    ? createSyncPage(page, records, position)
    : createBackfillPage(page, records, { ...position, pageSize: itemsPerPage });
}

/** Lists merged pull requests, newest change first, until a page contains a change from before `since`. */
async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const page = await fetchListPage(context, list, request);
  const items = page.items.flatMap(({ number, merged_at: at }) =>
    at && isInPeriod(at, request)
      ? [{ kind: 'merged_pull_request' as const, externalId: `${context.repository}#${number}`, at: toInstant(at) }]
      : [],
  );
  const ended = page.items.some((item) => !isNotBefore(item.updated_at, request.since));
  return { items, next: ended ? null : page.next };
}

async function listFiles({ client, repository }: StreamReaderOptions, number: number): Promise<string[]> {
  const what = `the files of ${repository}#${number}`;
  const request = { url: `/repos/${repository}/pulls/${number}/files`, parameters: { per_page: itemsPerPage }, what };
  const files = await listItemsOfFirstPages(client, request, ListedFile, maxFilePages);
  return files.map((file) => file.filename);
}
