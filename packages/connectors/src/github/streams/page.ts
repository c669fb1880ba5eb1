import { AppError, dayInMs, type Instant, type RawRecord } from '@refrain/domain';
import type { z } from 'zod';
import type { Page, PageRequest } from '../../contract/failure-source.ts';
import type { GitHubResponse } from '../client/client.ts';
import { expectedItems, nextUrl, sameOrigin } from '../client/paginate.ts';
import type { StreamContext } from './stream.ts';

export const perPage = 100;

/**
 * How far behind its start a sync looks for what its time hides. GitHub sorts commits by the date that their committer's
 * clock gave them, not by when they were pushed, deployments and runs by their creation, not by their end: a branch of last
 * week that is merged today, or a deployment that waited for days and then fails, stands deep in the list. Deeper than a
 * whole page of known ones no list is read for it, as one that says nothing new must cost one request: late commits are found
 * by what reaches them, open deployments are asked for by themselves, and webhooks and a backfill bring both.
 */
const syncReachMs = 30 * dayInMs;

export interface List<T extends z.ZodType<readonly unknown[]>> {
  /** Below the repository: `commits`, `actions/workflows/7/runs`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Statuses by which GitHub says that there is no such list: 409 an empty repository, 410 issues turned off. */
  readonly none?: readonly number[];
  readonly items: T;
}

export interface ListPage<T> {
  readonly items: T;
  readonly next: string | null;
  /** Names the state of the list; null for a page after the first. */
  readonly validator: string | null;
  /** Nothing is new since the validator that was given. */
  readonly unchanged: boolean;
  readonly answer: GitHubResponse<T> | null;
}

/** One page of a repository's list; empty where there is no list. A cursor is the `next` URL of a Link header. */
export async function fetchPage<T extends z.ZodType<readonly unknown[]>>(
  { client, repository, signal }: StreamContext,
  { path, parameters, none = [], items }: List<T>,
  { cursor, validator = null }: { readonly cursor: string | null; readonly validator?: string | null },
): Promise<ListPage<z.output<T> | []>> {
  const what = `the ${path.split('/').at(-1)} of ${repository}`;
  const request =
    cursor === null
      ? { url: `/repos/${repository}/${path}`, parameters, what }
      : { url: urlOf(cursor, client.baseUrl), what };
  const known = cursor === null ? validator : null;
  const answer = await client.askIfChanged(request, known, none, items, signal);
  if (answer === 'unchanged') return { items: [], next: null, validator: known, unchanged: true, answer: null };
  if (answer === null) return { items: [], next: null, validator: null, unchanged: false, answer: null };
  const etag = cursor === null ? answer.headers.etag : undefined;
  return {
    items: answer.data,
    next: nextUrl(answer, client.baseUrl),
    validator: typeof etag === 'string' ? etag : null,
    unchanged: false,
    answer,
  };
}

/** A cursor comes from outside: it must not lead the token elsewhere. */
function urlOf(cursor: string, baseUrl: string): string {
  if (!URL.canParse(cursor) || new URL(cursor).origin !== new URL(baseUrl).origin) {
    throw new AppError('invalid_input', 'This is no position in a stream of GitHub: start the stream anew');
  }
  return sameOrigin(cursor, baseUrl);
}

/** A page of a backfill. `expected` is what the server's page numbers tell of the whole list. */
export function backfillPage(
  page: ListPage<readonly unknown[]>,
  records: RawRecord[],
  { cursor, pageSize, ended }: { cursor: string | null; pageSize: number; ended: boolean },
): Page {
  const next = ended ? null : page.next;
  const expected =
    page.answer === null ? 0 : expectedItems(page.answer, cursor, pageSize, next === null ? records.length : null);
  return { records, next, expected, ...validatorOf(page, cursor) };
}

/** A page of a sync: how much of what GitHub counts in the list is new is known only where this page is all there is. */
export function syncPage(
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

/** How far back the lists are read that do not run by the time of what is new in them. */
export function reachBack({ since, findKnown }: Pick<PageRequest, 'since' | 'findKnown'>): Instant | null {
  if (since === null || findKnown === undefined) return since;
  return new Date(Date.parse(since) - syncReachMs).toISOString();
}

export function isSince(instant: string, since: Instant | null, marginMs = 0): boolean {
  return since === null || Date.parse(instant) >= Date.parse(since) - marginMs;
}

export function isWithin(instant: string, { since, until }: { since: Instant; until: Instant }): boolean {
  return Date.parse(instant) >= Date.parse(since) && Date.parse(instant) < Date.parse(until);
}

export function toInstant(time: string): Instant {
  return new Date(time).toISOString();
}

/** A validator of several lists at once; null where there is none, or one of another making: then all are read anew. */
export function parseValidator<T extends z.ZodType>(schema: T, text: string | null | undefined): z.output<T> | null {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
