import type { ReactNode } from 'react';
import type { Schemas } from '../api/refrain.ts';
import { useSession } from '../api/use-session.ts';

type Role = Schemas['Role'];

/** Each may do what those before it may. */
const roles: readonly Role[] = ['viewer', 'triager', 'admin'];

/** Whether who is signed in may do what takes this role. The API decides in the end; the page offers nothing that it would refuse. */
export function useMay(needed: Role): boolean {
  const role = useSession().data?.user.role;
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(needed);
}

/** The roles that somebody may give: those that they have themselves. */
export function rolesUpTo(role: Role): readonly Role[] {
  return roles.slice(0, roles.indexOf(role) + 1);
}

interface Props {
  readonly needs: Role;
  readonly children: ReactNode;
  /** What stands there for others. */
  readonly otherwise?: ReactNode;
}

/** Something that only who has the role can do. */
export function ForRole({ needs, children, otherwise = null }: Props) {
  return useMay(needs) ? children : otherwise;
}
