import type { InScope } from '@refrain/connectors';
import type { Rename, ScopeMember } from '@refrain/store';

export interface ScopeComparison {
  readonly members: readonly ScopeMember[];
  /** In an order in which no new name is still borne by another: where two change names, one steps aside first. */
  readonly renames: readonly Rename[];
}

/**
 * What became of what is taken in. Who is no longer listed is gone where nobody knows another place for it, or where what
 * bears its name is another one; of former members only those are kept that are listed.
 * @param asked under which name those go on that are not listed, by id: null is nowhere, none is not known
 */
export function compareScope(
  known: readonly ScopeMember[],
  present: readonly InScope[],
  asked: ReadonlyMap<string, string | null>,
): ScopeComparison {
  const ids = new Set(present.map(({ id }) => id));
  const names = new Set(present.map(({ name }) => name));
  const listed = present.map(({ id, name }): ScopeMember => ({ id, name, state: 'present' }));
  const absent = known
    .filter(({ id, state }) => !ids.has(id) && state !== 'former')
    .map((member): ScopeMember => {
      const name = asked.get(member.id);
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
  return { members, renames: inOrder(renamed) };
}

function inOrder(renamed: readonly (Rename & { readonly id: string })[]): Rename[] {
  const left = [...renamed];
  const ordered: Rename[] = [];
  while (left.length > 0) {
    const free = left.findIndex(({ to }) => !left.some(({ from }) => from === to));
    const [{ id, from, to }] = left.splice(Math.max(free, 0), 1) as [(typeof left)[number]];
    const aside = `${from}~${id}`;
    ordered.push({ from, to: free < 0 ? aside : to });
    if (free < 0) left.push({ id, from: aside, to });
  }
  return ordered;
}
