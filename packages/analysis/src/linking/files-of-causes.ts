import type { Change, Failure, Link } from '@refrain/domain';

/** Adds the files of the causing changes to failures, since the kind of changed file shows what broke. */
export function addFilesOfCauses(
  failures: readonly Failure[],
  links: readonly Pick<Link, 'type' | 'failureId' | 'targetId' | 'status'>[],
  changes: readonly Pick<Change, 'id' | 'paths'>[],
): Failure[] {
  const pathsOf = new Map(changes.map(({ id, paths }) => [id, paths]));
  const added = new Map<string, string[]>();
  for (const { type, failureId, targetId, status } of links) {
    const paths = type === 'caused_by' && status !== 'rejected' ? (pathsOf.get(targetId) ?? []) : [];
    if (paths.length > 0) added.set(failureId, [...(added.get(failureId) ?? []), ...paths]);
  }
  return failures.map((failure) => {
    const paths = added.get(failure.id);
    return paths === undefined ? failure : { ...failure, paths: [...new Set([...failure.paths, ...paths])] };
  });
}
