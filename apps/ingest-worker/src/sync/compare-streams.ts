import type { ScopeMember } from '@refrain/store';

export interface StreamComparison {
  readonly wanted: readonly string[];
  readonly dropped: readonly string[];
  /** Whether a repository or service may have been added, removed, restored or renamed. */
  readonly isScopeStale: boolean;
}

/**
 * Compares the stored streams with those that the provider lists. Streams of a renamed repository are pulled even if its new name is
 * out of scope. Streams of a repository or service that is gone are kept in case it comes back.
 */
export function compareStreams(
  kept: readonly string[],
  listed: readonly string[],
  members: readonly ScopeMember[],
): StreamComparison {
  const isListed = new Set(listed);
  const locationsListed = new Set(listed.map(findStreamRepositoryOrService));
  const memberAt = new Map(members.flatMap((member) => [[member.id, member] as const, [member.name, member] as const]));
  const followed: string[] = [];
  const dropped: string[] = [];
  for (const stream of kept) {
    if (isListed.has(stream)) continue;
    const location = findStreamRepositoryOrService(stream);
    const member = location === null ? undefined : memberAt.get(location);
    if (member?.state === 'gone') continue;
    if (member?.state === 'present' && !locationsListed.has(location)) followed.push(stream);
    else dropped.push(stream);
  }
  const isKept = new Set(kept);
  const isThere = (id: string, name: string) => locationsListed.has(id) || locationsListed.has(name);
  return {
    wanted: [...listed, ...followed],
    dropped,
    isScopeStale:
      dropped.length + followed.length > 0 ||
      listed.some((stream) => !isKept.has(stream)) ||
      members.length === 0 ||
      members.some(({ id, name, state }) => state === 'former' || (state === 'gone' && isThere(id, name))),
  };
}

/** Returns the repository or service of a stream, such as `acme/api` for `commits:acme/api`; null if there is none. */
export function findStreamRepositoryOrService(stream: string): string | null {
  const at = stream.indexOf(':');
  return at < 0 ? null : stream.slice(at + 1);
}
