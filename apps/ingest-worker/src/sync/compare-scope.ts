import type { RepositoryOrService } from '@refrain/connectors';
import type { RepositoryRename, ScopeMember } from '@refrain/store';

export interface ScopeComparison {
  readonly members: readonly ScopeMember[];
  /** The renames, ordered so that each new name is free. If two members swap names, one first gets a temporary name. */
  readonly renames: readonly RepositoryRename[];
}

/**
 * Compares the stored members of a scope (repositories or services) with those that the provider lists. An unlisted member
 * counts as gone if `presentNames` has null for it, or a name that a listed member has. Drops unlisted `former` members.
 * @param presentNames maps the id of an unlisted repository or service to its new name, or to null if it is gone; has no
 * entry if the name was not looked up
 */
export function compareScope(
  known: readonly ScopeMember[],
  present: readonly RepositoryOrService[],
  presentNames: ReadonlyMap<string, string | null>,
): ScopeComparison {
  const ids = new Set(present.map(({ id }) => id));
  const names = new Set(present.map(({ name }) => name));
  const listed = present.map(({ id, name }): ScopeMember => ({ id, name, state: 'present' }));
  const absent = known
    .filter(({ id, state }) => !ids.has(id) && state !== 'former')
    .map((member): ScopeMember => {
      const name = presentNames.get(member.id);
      if (name === undefined) return member;
      if (name === null || names.has(name)) return { ...member, state: 'gone' };
      return { ...member, name, state: 'present' };
    });
  const members = [...listed, ...absent];
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  const renamed = members.flatMap(({ id, name }) => {
    const from = nameOf.get(id);
    return from === undefined || from === name ? [] : [{ id, from, to: name }];
  });
  return { members, renames: orderRenames(renamed) };
}

function orderRenames(renamed: readonly (RepositoryRename & { readonly id: string })[]): RepositoryRename[] {
  const left = [...renamed];
  const ordered: RepositoryRename[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ to }) => !left.some(({ from }) => from === to));
    const [{ id, from, to }] = left.splice(Math.max(free, 0), 1) as [(typeof left)[number]];
    const temporary = `${from}~${id}`;
    ordered.push({ from, to: free < 0 ? temporary : to });
    if (free < 0) left.push({ id, from: temporary, to });
  }
  return ordered;
}
