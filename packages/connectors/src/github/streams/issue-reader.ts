import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type {
  Page,
  ProviderItem,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import { isRefrainIssue, isWrittenByStranger, lacksWriteAccess } from '../records/comment-author.ts';
import { listIncidentLabels } from '../records/incident-labels.ts';
import {
  createIssueRecord,
  type IssueDetails,
  ListedIssue,
  ListedIssueComment,
  ListedIssueEvent,
} from '../records/records.ts';
import { isPublicRepository } from '../repositories/repositories.ts';
import { type MergedListsOptions, type MergedListsPage, readMergedListsPage } from './merged-lists-options.ts';
import {
  createSyncPage,
  fetchListPage,
  isInPeriod,
  isNotBefore,
  itemsPerPage,
  type StreamReader,
  type StreamReaderOptions,
  toInstant,
} from './stream.ts';
import { findIssuesWithRemovedLabel } from './unlabelled.ts';

/** Small pages keep each call of `pull` short, since each incident costs up to 2 more requests. */
const issuesPerPage = 30;
const labelsAtOnce = 5;
/** GitHub responds with 410 if issues are turned off or hidden from the credential. */
const none = [410];
const items = z.array(ListedIssue);

/**
 * A backfill reads one list per label, because GitHub's filter returns only issues that have all given labels. It takes
 * 1 request per 30 issues, and 1 or 2 per issue. A sync takes 1 request for changes and 1 for removed labels.
 */
export const issueReader: StreamReader = { pull, listExisting };

async function pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page> {
  if (request.findKnown !== undefined) return pullChanged(context, request, request.findKnown);
  const changed = {
    sort: 'updated',
    per_page: issuesPerPage,
    ...(request.since === null ? {} : { since: request.since }),
  };
  const { pages, next, expected } = await readMergedListsPage(
    listsOf(context, changed, ({ updated_at: at }) => at),
    request.cursor,
  );
  return { records: await recordsOf(context, incidentsOf(context, pages)), next, expected };
}

async function pullChanged(
  context: StreamReaderOptions,
  request: StreamPageRequest,
  findKnown: NonNullable<StreamPageRequest['findKnown']>,
): Promise<Page> {
  const parameters = { state: 'all', sort: 'updated', direction: 'desc', per_page: itemsPerPage };
  const page = await fetchListPage(context, { path: 'issues', parameters, none, items }, request);
  const changed = page.items.filter((issue) => isNotBefore(issue.updated_at, request.since));
  const candidates = changed.filter((issue) => !isForeign(issue));
  const others = candidates.filter((issue) => !isIncident(context, issue));
  const incidents = [
    ...candidates.filter((issue) => isIncident(context, issue)),
    ...(await findIssuesWithRemovedLabel(context, others, request.since)),
  ];
  const known = await findKnown(incidents.map((issue) => keyOf(context, issue)));
  const fresh = incidents.filter((issue) => !known.has(keyOf(context, issue)));
  const ended = changed.length < page.items.length;
  return createSyncPage(page, await recordsOf(context, fresh), { cursor: request.cursor, ended });
}

async function listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage> {
  const created = { sort: 'created', per_page: itemsPerPage, since: request.since };
  const isWanted = (issue: ListedIssue) => isNotBefore(issue.created_at, request.since);
  const { pages, next } = await readMergedListsPage(
    listsOf(context, created, ({ created_at: at }) => at, isWanted),
    request.cursor,
  );
  const found = incidentsOf(context, pages)
    .filter((issue) => isInPeriod(issue.created_at, request))
    .map((issue): ProviderItem => {
      const externalId = `${context.repository}#issue/${issue.number}`;
      return { kind: 'incident', externalId, at: toInstant(issue.created_at) };
    });
  return { items: found, next };
}

/** Returns one list per incident label. Each list ends at the first issue for which `isWanted` is false. */
function listsOf(
  context: StreamReaderOptions,
  more: Readonly<Record<string, unknown>> & { readonly per_page: number },
  timeOf: (issue: ListedIssue) => string,
  isWanted: (issue: ListedIssue) => boolean = () => true,
): MergedListsOptions<ListedIssue> {
  return {
    names: context.scope.incidentLabels,
    begunAtOnce: labelsAtOnce,
    pageSize: more.per_page,
    fetchPage(labels, cursor) {
      const parameters = { labels, state: 'all', direction: 'desc', ...more };
      return fetchListPage(context, { path: 'issues', parameters, none, items }, { cursor });
    },
    timeOf,
    isEnd: (page) => !page.every(isWanted),
    isIngested: (issue, label) => isIngestedFrom(context, issue, label),
  };
}

function incidentsOf(context: StreamReaderOptions, pages: MergedListsPage<ListedIssue>['pages']): ListedIssue[] {
  return pages.flatMap(({ name, page }) => page.items.filter((issue) => isIngestedFrom(context, issue, name)));
}

/**
 * Tells whether an issue is read from this list. An issue with several incident labels is read only from the list of
 * its first label.
 */
function isIngestedFrom(context: StreamReaderOptions, issue: ListedIssue, list: string): boolean {
  const { incidentLabels } = context.scope;
  const first = incidentLabels.find((label) => listIncidentLabels([label], issue.labels).length > 0);
  return isIncident(context, issue) && first === list;
}

function isIncident({ scope }: StreamReaderOptions, issue: ListedIssue): boolean {
  return !isForeign(issue) && listIncidentLabels(scope.incidentLabels, issue.labels).length > 0;
}

/** Tells whether an issue was opened by Refrain or is a pull request, which GitHub lists among issues. */
function isForeign(issue: ListedIssue): boolean {
  return (issue.pull_request !== undefined && issue.pull_request !== null) || isRefrainIssue(issue);
}

async function recordsOf(context: StreamReaderOptions, listed: readonly ListedIssue[]): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  const { client, repository } = context;
  let visibility: Promise<boolean> | undefined;
  const isPublic = () => (visibility ??= isPublicRepository(client, repository));
  for (const issue of listed) {
    const details = await readDetails(context, issue);
    records.push(createIssueRecord(repository, issue, await omitStrangers(issue, details, isPublic)));
  }
  return records;
}

/** Omits comments by strangers in a public repository, since a reference in them could link failures and changes. */
async function omitStrangers(
  issue: ListedIssue,
  { comments, events }: IssueDetails,
  isPublic: () => Promise<boolean>,
): Promise<IssueDetails> {
  if (![issue, ...comments].some(lacksWriteAccess)) return { comments, events };
  if (!(await isPublic())) return { comments, events, isPublic: false };
  return { comments: comments.filter((comment) => !isWrittenByStranger(comment)), events, isPublic: true };
}

/** Reads the first 100 comments of an issue and, if it was ever closed, the times when it was closed and reopened. */
async function readDetails(context: StreamReaderOptions, issue: ListedIssue): Promise<IssueDetails> {
  const wasClosed = issue.state === 'closed' || issue.state_reason === 'reopened';
  const list = { parameters: { per_page: itemsPerPage }, none: [404, 410] };
  const path = `issues/${issue.number}`;
  const first = { cursor: null };
  const comments =
    issue.comments > 0
      ? await fetchListPage(context, { ...list, path: `${path}/comments`, items: z.array(ListedIssueComment) }, first)
      : null;
  const events = wasClosed
    ? await fetchListPage(context, { ...list, path: `${path}/events`, items: z.array(ListedIssueEvent) }, first)
    : null;
  return {
    comments: comments?.items ?? [],
    events: (events?.items ?? []).flatMap(({ event, created_at: at }) =>
      at && (event === 'closed' || event === 'reopened') ? [{ event, created_at: at }] : [],
    ),
  };
}

function keyOf({ repository }: StreamReaderOptions, issue: ListedIssue): string {
  return createIssueRecord(repository, issue, null).deliveryKey;
}
