import type { ScopeMember } from '@refrain/store';

export interface SortedStreams {
  /** Those that are to be pulled. */
  readonly wanted: readonly string[];
  /** Those that belong to nothing any more that is taken in. */
  readonly dropped: readonly string[];
  /** Whether something came, went, came back or may have another name: then the account is worth a look. */
  readonly isNews: boolean;
}

/**
 * What becomes of the streams that are kept, after the provider listed those that there are. A repository that goes on
 * where the list does not reach, since its new name matches no pattern or is of another account, is pulled on; the streams
 * of what is gone stay as they are, for when it comes back.
 */
export function sortStreams(
  kept: readonly string[],
  listed: readonly string[],
  members: readonly ScopeMember[],
): SortedStreams {
  const isListed = new Set(listed);
  const placesListed = new Set(listed.map(placeOf));
  const memberAt = new Map(members.flatMap((member) => [[member.id, member] as const, [member.name, member] as const]));
  const followed: string[] = [];
  const dropped: string[] = [];
  for (const stream of kept) {
    if (isListed.has(stream)) continue;
    const place = placeOf(stream);
    const member = place === null ? undefined : memberAt.get(place);
    if (member?.state === 'gone') continue;
    if (member?.state === 'present' && !placesListed.has(place)) followed.push(stream);
    else dropped.push(stream);
  }
  const isKept = new Set(kept);
  const isThere = (id: string, name: string) => placesListed.has(id) || placesListed.has(name);
  return {
    wanted: [...listed, ...followed],
    dropped,
    isNews:
      dropped.length + followed.length > 0 ||
      listed.some((stream) => !isKept.has(stream)) ||
      members.length === 0 ||
      members.some(({ id, name, state }) => state === 'former' || (state === 'gone' && isThere(id, name))),
  };
}

/** The repository or service of a stream: `acme/api` of `commits:acme/api`; null for one of the whole account. */
export function placeOf(stream: string): string | null {
  const at = stream.indexOf(':');
  return at < 0 ? null : stream.slice(at + 1);
}
