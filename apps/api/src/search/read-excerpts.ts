import type { FailureIndexMatch } from '@refrain/analysis';
import type { Failure } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { addDuplicateTexts } from './read-failures-for-index.ts';

/** Returns by failure id the sentence or line of each failure that says most about a search. */
export async function readExcerpts(
  { store, index }: Pick<ApiDeps, 'store' | 'index'>,
  failures: readonly Failure[],
  found: readonly FailureIndexMatch[],
): Promise<ReadonlyMap<string, string | null>> {
  const wordsOf = new Map(found.map(({ id, shared }) => [id, shared?.words ?? []]));
  const complete = await addDuplicateTexts(store, failures);
  const excerpts = await index.chooseExcerpts(
    complete.map(({ id, title, text }) => ({ title, text, words: wordsOf.get(id) ?? [] })),
  );
  return new Map(complete.map(({ id }, at) => [id, excerpts[at] ?? null]));
}
