import { AppError, type ConnectionScope, dayInMs, type Instant, type RawRecord } from '@refrain/domain';
import type { z } from 'zod';
import type {
  Page,
  ProviderItemsPage,
  ProviderItemsRequest,
  StreamPageRequest,
} from '../../contract/failure-source.ts';
import type { GitHubClient, GitHubResponse } from '../client/client.ts';
import { estimateItemCount, findNextPageUrl, parseSameOriginUrl } from '../client/paginate.ts';

export const streamKinds = ['commits', 'deployments', 'issues', 'postmortems', 'pulls', 'runs'] as const;
export type StreamKind = (typeof streamKinds)[number];

export interface StreamReaderOptions {
  readonly client: GitHubClient;
  /** `owner/name`. A former name also works, since GitHub redirects. */
  readonly repository: string;
  readonly scope: ConnectionScope;
  /** `fetch` for files that GitHub stores on other hosts. Its requests never contain the token. */
  readonly download: typeof fetch;
  readonly signal: AbortSignal;
}

export interface StreamReader {
  pull(context: StreamReaderOptions, request: StreamPageRequest): Promise<Page>;
  listExisting(context: StreamReaderOptions, request: ProviderItemsRequest): Promise<ProviderItemsPage>;
}

const streamName = new RegExp(`^(${streamKinds.join('|')}):([\\w.-]{1,100}/[\\w.-]{1,100})$`, 'u');

/** Parses a stream name such as `pulls:acme/api`. Throws `invalid_input` for any other name. */
export function parseGitHubStreamName(stream: string): { readonly kind: StreamKind; readonly repository: string } {
  const match = streamName.exec(stream);
  if (!match?.[2]) throw new AppError('invalid_input', `"${stream.slice(0, 200)}" is not the name of a GitHub stream`);
  return { kind: match[1] as StreamKind, repository: match[2] };
}

export const itemsPerPage = 100;

/**
 * How far before the previous sync a sync reads, because GitHub sorts commits by commit date, not by push, and
 * deployments and runs by creation, not by end. Comparing commits and tracking open deployments finds older ones.
 */
const syncReachMs = 30 * dayInMs;

interface List<T extends z.ZodType<readonly unknown[]>> {
  /** Path relative to the repository, such as `commits` or `actions/workflows/7/runs`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Statuses for an empty list: 409 for an empty repository, 410 if issues are turned off. */
  readonly none?: readonly number[];
  readonly items: T;
}

export interface ListPage<T> {
  readonly items: T;
  readonly next: string | null;
  /** ETag of the list; null after the first page. */
  readonly validator: string | null;
  readonly unchanged: boolean;
  readonly answer: GitHubResponse<T> | null;
}

export async function fetchListPage<T extends z.ZodType<readonly unknown[]>>(
  { client, repository }: StreamReaderOptions,
  { path, parameters, none = [], items }: List<T>,
  { cursor, validator = null }: { readonly cursor: string | null; readonly validator?: string | null },
): Promise<ListPage<z.output<T> | []>> {
  const what = `the ${path.split('/').at(-1)} of ${repository}`;
  const request =
    cursor === null
      ? { url: `/repos/${repository}/${path}`, parameters, what }
      : { url: urlOf(cursor, client.baseUrl), what };
  const known = cursor === null ? validator : null;
  const answer = await client.requestIfChanged(request, known, none, items);
  if (answer === 'unchanged') return { items: [], next: null, validator: known, unchanged: true, answer: null };
  if (answer === null) return { items: [], next: null, validator: null, unchanged: false, answer: null };
  const etag = cursor === null ? answer.headers.etag : undefined;
  return {
    items: answer.data,
    next: findNextPageUrl(answer, client.baseUrl),
    validator: typeof etag === 'string' ? etag : null,
    unchanged: false,
    answer,
  };
}

/** Checks that a cursor does not send the token to an origin other than the API's. */
function urlOf(cursor: string, baseUrl: string): string {
  if (!URL.canParse(cursor) || new URL(cursor).origin !== new URL(baseUrl).origin) {
    throw new AppError('invalid_input', 'The cursor is not valid for a GitHub stream: read the stream from its start');
  }
  return parseSameOriginUrl(cursor, baseUrl);
}

/** Creates a page of a backfill, with a total that is estimated from the server's page numbers. */
export function createBackfillPage(
  page: ListPage<readonly unknown[]>,
  records: RawRecord[],
  { cursor, pageSize, ended }: { cursor: string | null; pageSize: number; ended: boolean },
): Page {
  const next = ended ? null : page.next;
  const expected =
    page.answer === null ? 0 : estimateItemCount(page.answer, cursor, pageSize, next === null ? records.length : null);
  return { records, next, expected, ...validatorOf(page, cursor) };
}

/** Creates a page of a sync. The number of new items is known only if the sync has a single page. */
export function createSyncPage(
  page: ListPage<readonly unknown[]>,
  records: RawRecord[],
  { cursor, ended }: { cursor: string | null; ended: boolean },
): Page {
  const next = ended ? null : page.next;
  return {
    records,
    next,
    expected: cursor === null && next === null ? records.length : null,
    ...validatorOf(page, cursor),
  };
}

function validatorOf({ validator }: ListPage<unknown>, cursor: string | null): Pick<Page, 'validator'> {
  return cursor === null ? { validator } : {};
}

/** Returns the time back to which a list is read: in a sync 30 days before `since`, otherwise `since`. */
export function findSyncStart({ since, findKnown }: Pick<StreamPageRequest, 'since' | 'findKnown'>): Instant | null {
  if (since === null || findKnown === undefined) return since;
  return new Date(Date.parse(since) - syncReachMs).toISOString();
}

export function isNotBefore(instant: string, since: Instant | null, marginMs = 0): boolean {
  return since === null || Date.parse(instant) >= Date.parse(since) - marginMs;
}

export function isInPeriod(instant: string, { since, until }: { since: Instant; until: Instant }): boolean {
  return Date.parse(instant) >= Date.parse(since) && Date.parse(instant) < Date.parse(until);
}

export function toInstant(time: string): Instant {
  return new Date(time).toISOString();
}

/** Parses a validator for several lists. Returns null if it is invalid; all lists are then read. */
export function parseListValidator<T extends z.ZodType>(
  schema: T,
  text: string | null | undefined,
): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
