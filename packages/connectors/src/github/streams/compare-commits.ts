import { z } from 'zod';
import { expectedItems } from '../client/paginate.ts';
import { ListedCommit } from '../records/records.ts';
import { fetchPage, type ListPage, perPage } from './page.ts';
import type { StreamContext } from './stream.ts';

/**
 * With more new commits than this, an independent history was merged; its recent commits are found through the list.
 */
const maxNewCommits = 10_000;

/** A SHA-1 or SHA-256 hash. */
export const Sha = z.string().regex(/^[\da-f]{40,64}$/u);

const items = z.looseObject({ commits: z.array(ListedCommit) }).transform(({ commits }) => commits);
const parameters = { per_page: perPage };
/**
 * 404 means that a commit is gone after a forced push, or that the histories are unrelated. GitHub also documents 500,
 * and returns it at each try for differences that it cannot compute in time.
 */
const none = [404, 422, 500];

/**
 * Lists the commits that the head reaches and the base does not, oldest first, whatever their date. Returns null if
 * GitHub cannot compare them, or if there are too many:
 * https://docs.github.com/rest/commits/commits#compare-two-commits. 1 request per 100 commits.
 */
export async function fetchComparison(
  context: StreamContext,
  base: string | null,
  head: string | null,
): Promise<ListPage<ListedCommit[]> | null> {
  if (base === null || head === null || base === head) return null;
  const page = await fetchPage(
    context,
    { path: `compare/${base}...${head}`, parameters, none, items },
    { cursor: null },
  );
  if (page.answer === null) return null;
  const total = expectedItems(page.answer, null, perPage, null) ?? 0;
  return total > maxNewCommits ? null : page;
}

/** @param cursor one that `isComparison` accepts */
export function fetchComparisonPage(context: StreamContext, cursor: string): Promise<ListPage<ListedCommit[]>> {
  return fetchPage(context, { path: 'compare', parameters, items }, { cursor });
}

/** Tells whether a cursor leads to a further page of a comparison. */
export function isComparison(cursor: string | null): cursor is string {
  return cursor !== null && /\/compare\/[\da-f]{40,64}\.{3}[\da-f]{40,64}\?/u.test(cursor);
}
