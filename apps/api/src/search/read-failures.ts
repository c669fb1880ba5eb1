import { type IndexedFailure, withDuplicates } from '@refrain/analysis';
import type { Failure } from '@refrain/domain';
import type { Store } from '@refrain/store';

/** What is read of a failure, as `analysedLength` has it: the rest is not sent to the thread. */
const longest = { title: 500, text: 4_000, paths: 50 };

/** Failures as the index takes them, with what their duplicates say; those that are gone are left out. */
export async function readFailures(store: Pick<Store, 'failures'>, ids: readonly string[]): Promise<IndexedFailure[]> {
  const [failures, duplicates] = await Promise.all([store.failures.findMany(ids), store.failures.listDuplicates(ids)]);
  return failures.map((failure) =>
    toIndexed(
      withDuplicates(
        failure,
        duplicates.filter(({ duplicateOf }) => duplicateOf === failure.id),
      ),
    ),
  );
}

/** What the thread reads of a failure. */
export function toIndexed({
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
    title: title.slice(0, longest.title),
    text: text.slice(0, longest.text),
    paths: paths.slice(0, longest.paths),
  };
}
