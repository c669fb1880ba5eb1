import type { ReactNode } from 'react';
import { type Schemas, useSession } from '../api/refrain.ts';

type Role = Schemas['Role'];

/** All roles in ascending order of permissions. Each role has all permissions of the roles before it. */
const roles: readonly Role[] = ['viewer', 'triager', 'admin'];

/** Returns whether the signed-in user has at least this role. This check only hides controls: the API enforces the roles. */
export function useHasRole(needed: Role): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(needed);
}

/** Returns the roles that a user with this role may grant: none above their own. */
export function listGrantableRoles(role: Role): readonly Role[] {
  return roles.slice(0, roles.indexOf(role) + 1);
}

interface Props {
  readonly needs: Role;
  readonly children: ReactNode;
  readonly otherwise?: ReactNode;
}

export function VisibleForRole({ needs, children, otherwise = null }: Props) {
  return useHasRole(needs) ? children : otherwise;
}
