import type { Connection, ScopeSelection } from '@refrain/domain';
import type { ScopeMember } from '@refrain/store';

/** Maximum of names in the message. The message states the number of further names. */
const maxNames = 5;

/**
 * Describes the chosen or imported repositories and services that the provider no longer lists, and what to do. Returns null if
 * there are none. A filter with `*` or `?` may match nothing yet, so it is not reported.
 */
export function describeMissingMembers(
  { scope }: Pick<Connection, 'scope'>,
  members: readonly ScopeMember[],
  selection: ScopeSelection | null,
): string | null {
  const there = new Set(members.filter(({ state }) => state === 'present').map(({ name }) => name.toLowerCase()));
  const gone = members.filter(({ state }) => state === 'gone').map(({ name }) => name);
  const chosen = selection === null ? [] : scope[selection];
  const unseen = chosen.filter((name) => !/[*?]/u.test(name) && !there.has(name.toLowerCase()));
  const byName = new Map([...gone, ...unseen].map((name) => [name.toLowerCase(), name]));
  const names = [...byName.values()].sort();
  if (names.length === 0) return null;
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : '';
  return `These ${selection ?? 'parts of the account'} are gone, or hidden from the credential: ${names.slice(0, maxNames).join(', ')}${more}; give it access to them again, or connect again to go on without them`;
}
