import { addDuplicateContent, type IndexedFailure } from '@refrain/analysis';
import type { Failure } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** Maximum lengths of texts for the index thread. `title` and `text` equal `analysedLength` in packages/analysis. */
const maxLengths = { title: 500, text: 4_000, paths: 50 };

/** Reads failures for the index, with the texts of their duplicates. Skips deleted failures. */
export async function readFailuresForIndex(
  store: Pick<Store, 'failures'>,
  ids: readonly string[],
): Promise<IndexedFailure[]> {
  return (await addDuplicateTexts(store, await store.failures.findMany(ids))).map(toIndexedFailure);
}

/** Adds the texts of their duplicates to failures. */
export async function addDuplicateTexts(
  store: Pick<Store, 'failures'>,
  failures: readonly Failure[],
): Promise<Failure[]> {
  const duplicates = await store.failures.listDuplicates(failures.map(({ id }) => id));
  return failures.map((failure) =>
    addDuplicateContent(
      failure,
      duplicates.filter(({ duplicateOf }) => duplicateOf === failure.id),
    ),
  );
}

export function toIndexedFailure({
  id,
  title,
  text,
  occurredAt,
  kind,
  services,
  repository,
  environment,
  paths,
}: Failure): IndexedFailure {
  return {
    id,
    occurredAt,
    kind,
    services,
    repository,
    environment,
    title: title.slice(0, maxLengths.title),
    text: text.slice(0, maxLengths.text),
    paths: paths.slice(0, maxLengths.paths),
  };
}
