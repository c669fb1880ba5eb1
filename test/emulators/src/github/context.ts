import { formatInstant } from '../http/format-instant.ts';
import type { Call, Reply } from '../http/reply.ts';
import { findQueryValue } from '../http/reply.ts';
import type { PageableList } from '../http/sorted-view.ts';
import type { Credentials } from './credentials.ts';
import type { EmulatorUrls } from './emulator-urls.ts';
import { notFound } from './error-reply.ts';
import type { GitHubState } from './github-state.ts';
import type { RepositoryState } from './repository-state.ts';

export interface GitHubContext {
  readonly state: GitHubState;
  readonly addresses: EmulatorUrls;
  readonly credentials: Credentials;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Wraps a handler so that it receives the repository named in the path; responds with 404 if there is none. */
export function withRepository(
  context: GitHubContext,
  handle: (repository: RepositoryState, call: Call) => Reply,
): (call: Call) => Reply {
  return (call) => {
    const repository = context.state.findRepository(call.parameters.owner ?? '', call.parameters.repo ?? '');
    return repository === null ? notFound() : handle(repository, call);
  };
}

/** Returns the current time in whole seconds, as GitHub does. */
export function formatCurrentInstant(context: GitHubContext): string {
  return formatInstant(context.now());
}

export interface PageOptions {
  /** Maximum number of items of all pages together; absent if GitHub does not limit it. */
  readonly maxItems?: number | undefined;
  readonly wrap?: (page: unknown[]) => unknown;
}

/** Returns the requested page of a list, 30 items by default and at most 100. Only the items of the page are formatted. */
export function replyWithPage<T>(
  call: Call,
  items: PageableList<T>,
  present: (item: T) => unknown,
  { maxItems = Number.POSITIVE_INFINITY, wrap = (page) => page }: PageOptions = {},
): Reply {
  const perPage = Math.min(100, parsePositiveInteger(findQueryValue(call.query, 'per_page'), 30));
  const number = parsePositiveInteger(findQueryValue(call.query, 'page'), 1);
  const total = Math.min(maxItems, items.length);
  const page = items.slice(Math.min(total, (number - 1) * perPage), Math.min(total, number * perPage));
  return { status: 200, body: wrap(page.map(present)), page: { number, perPage, total } };
}

export function parsePositiveInteger(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}
