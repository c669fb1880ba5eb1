import type { Failure, Pattern } from '@refrain/domain';
import type { RunningRefrain } from './start-refrain.ts';

type ListedFailure = Failure & { readonly patternId: string | null };
interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

async function listAll<T>(refrain: Pick<RunningRefrain, 'ask'>, path: string): Promise<T[]> {
  const items: T[] = [];
  let after = '';
  do {
    const page = await refrain.ask<Page<T>>('GET', `${path}?limit=200${after === '' ? '' : `&after=${after}`}`);
    items.push(...page.items);
    after = page.next === null ? '' : encodeURIComponent(page.next);
  } while (after !== '');
  return items;
}

export const listFailures = (refrain: Pick<RunningRefrain, 'ask'>) => listAll<ListedFailure>(refrain, '/v1/failures');
export const listPatterns = (refrain: Pick<RunningRefrain, 'ask'>) => listAll<Pattern>(refrain, '/v1/patterns');

/** Returns all failures and patterns for comparing runs. Pattern ids are omitted, because they depend on the order of arrival. */
export async function readFailuresAndPatterns(refrain: Pick<RunningRefrain, 'ask'>) {
  const failures = await listFailures(refrain);
  const members = new Map<string, string[]>();
  for (const { id, patternId } of failures) {
    if (patternId !== null) members.set(patternId, [...(members.get(patternId) ?? []), id]);
  }
  return {
    failures: failures.map(({ patternId: _, ...failure }) => failure).sort((a, b) => (a.id < b.id ? -1 : 1)),
    patterns: [...members.values()].map((ids) => ids.sort()).sort((a, b) => (`${a}` < `${b}` ? -1 : 1)),
  };
}
