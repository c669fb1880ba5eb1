import { includesRole, Role } from '@refrain/domain';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The highest role that is told of somebody; null where none is.
 * @param claim its name, or a path with dots to it (`realm_access.roles`): one text, or several
 * @param roles what stands for a role beside the names of our roles themselves: `{"platform-team": "admin"}`
 */
export function roleOfClaims(claims: Claims, claim: string, roles: Readonly<Record<string, Role>>): Role | null {
  const told = [findClaim(claims, claim)].flat();
  const given = told.flatMap((value) => {
    if (typeof value !== 'string') return [];
    const role = Object.hasOwn(roles, value) ? roles[value] : Role.safeParse(value).data;
    return role === undefined ? [] : [role];
  });
  return given.reduce<Role | null>(
    (highest, role) => (highest !== null && includesRole(highest, role) ? highest : role),
    null,
  );
}

/** Some providers name their claims by addresses, which have dots too. */
function findClaim(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (of, name) =>
        typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Claims)[name] : undefined,
      claims,
    );
}
