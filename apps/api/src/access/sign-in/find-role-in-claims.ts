import { includesRole, Role } from '@refrain/domain';

export type IdTokenClaims = Readonly<Record<string, unknown>>;

/**
 * Returns the highest role that the claims of an ID token grant, or null.
 * @param claim the name of a claim, or a path such as `realm_access.roles`
 * @param roles maps values of the claim to roles; if empty, the values are role names
 */
export function findRoleInClaims(
  claims: IdTokenClaims,
  claim: string,
  roles: Readonly<Record<string, Role>>,
): Role | null {
  // With a mapping, a group called "admin" grants no role unless the mapping contains this group.
  const isMapped = Object.keys(roles).length > 0;
  const values = [findClaim(claims, claim)].flat();
  const granted = values.flatMap((value) => {
    if (typeof value !== 'string') return [];
    const role = isMapped ? mapped(roles, value) : Role.safeParse(value).data;
    return role === undefined ? [] : [role];
  });
  return granted.reduce<Role | null>(
    (highest, role) => (highest !== null && includesRole(highest, role) ? highest : role),
    null,
  );
}

function mapped(roles: Readonly<Record<string, Role>>, value: string): Role | undefined {
  return Object.hasOwn(roles, value) ? roles[value] : undefined;
}

/**
 * Finds the claim whose name is `path`, because names can be URLs with dots. If there is none, finds the nested claim at this
 * path.
 */
function findClaim(claims: IdTokenClaims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (parent, name) =>
        typeof parent === 'object' && parent !== null && Object.hasOwn(parent, name)
          ? (parent as IdTokenClaims)[name]
          : undefined,
      claims,
    );
}
