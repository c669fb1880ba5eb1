import { z } from 'zod';
import { expectedItems } from '../client/paginate.ts';
import { ListedCommit } from '../records/records.ts';
import { fetchPage, type ListPage, perPage } from './page.ts';
import type { StreamContext } from './stream.ts';

/** Where more came than these, a history of its own was merged: what of it is recent, the list of commits brings. */
const maxNewCommits = 10_000;

/** Of SHA-1 or SHA-256. */
export const Sha = z.string().regex(/^[\da-f]{40,64}$/u);

const items = z.looseObject({ commits: z.array(ListedCommit) }).transform(({ commits }) => commits);
const parameters = { per_page: perPage };
/**
 * 404 is a commit that is no more, after a forced push, or one of a history that has nothing in common with the other. GitHub
 * documents 500 as well, and gives it for differences that it cannot make in time: the same again at each try.
 */
const none = [404, 422, 500];

/**
 * The commits that the head reaches and the base does not, oldest first, whenever they were made; null where GitHub cannot
 * tell, or there are too many: https://docs.github.com/rest/commits/commits#compare-two-commits. 1 request for 100 of them.
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
  const most = expectedItems(page.answer, null, perPage, null) ?? 0;
  return most > maxNewCommits ? null : page;
}

/** @param cursor of which `isComparison` is true */
export function fetchComparisonPage(context: StreamContext, cursor: string): Promise<ListPage<ListedCommit[]>> {
  return fetchPage(context, { path: 'compare', parameters, items }, { cursor });
}

/** Whether a cursor leads to a further page of a comparison. */
export function isComparison(cursor: string | null): cursor is string {
  return cursor !== null && /\/compare\/[\da-f]{40,64}\.{3}[\da-f]{40,64}\?/u.test(cursor);
}
