import { includesRole, Role } from '@refrain/domain';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The highest role that is told of somebody; null where none is.
 * @param claim its name, or a path with dots to it (`realm_access.roles`): one text, or several
 * @param roles what stands for which role: `{"platform-team": "admin"}`; empty where the claim has the names of our roles themselves
 */
export function roleOfClaims(claims: Claims, claim: string, roles: Readonly<Record<string, Role>>): Role | null {
  // Whoever may make a group called admin is none by that.
  const isMapped = Object.keys(roles).length > 0;
  const told = [findClaim(claims, claim)].flat();
  const given = told.flatMap((value) => {
    if (typeof value !== 'string') return [];
    const role = isMapped ? mapped(roles, value) : Role.safeParse(value).data;
    return role === undefined ? [] : [role];
  });
  return given.reduce<Role | null>(
    (highest, role) => (highest !== null && includesRole(highest, role) ? highest : role),
    null,
  );
}

function mapped(roles: Readonly<Record<string, Role>>, value: string): Role | undefined {
  return Object.hasOwn(roles, value) ? roles[value] : undefined;
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
